import { defaultXenVersion, dialects, rules, xenVersions } from '../../server/src/core/index.ts';

type Schema = Readonly<Record<string, unknown>>;

const severities = ['error', 'warning', 'information', 'hint', 'off'];

/** The settings that the editor and `.bridgewise.json` share, by name without `bridgewise.`. */
export function sharedSettings(): Readonly<Record<string, Schema>> {
  return {
    dialect: {
      type: 'string',
      enum: ['auto', ...dialects],
      enumDescriptions: [
        'Find out from the files of each host.',
        "Debian's own.",
        "Cumulus' and Proxmox'.",
        "Alpine's.",
      ],
      default: 'auto',
      description: 'Which program reads the interfaces files.',
    },
    management: {
      type: 'array',
      items: { type: 'string' },
      default: [],
      description:
        'The interfaces by which dom0 is reached. Empty: those with a default route, or else those configured by DHCP.',
    },
    hosts: {
      type: 'array',
      items: { type: 'string' },
      default: [],
      description:
        'Folders that each are `/` of one host, relative to this folder. Needed only where no `etc/network/` tells.',
    },
    rules: {
      type: 'object',
      default: {},
      additionalProperties: false,
      description: 'The severity of single rules, or `off`.',
      properties: Object.fromEntries(
        rules.map((rule) => [
          rule.name,
          { type: 'string', enum: severities, default: rule.severity, description: rule.summary },
        ]),
      ),
    },
  };
}

/** What has a series of Xen that people may know better by another name. */
const shippedBy: Readonly<Record<string, string>> = {
  '4.11': 'Debian 10',
  '4.14': 'Debian 11',
  '4.17': 'Debian 12',
  '4.20': 'Debian 13',
};

/** The setting of the series as the editor has it: one that says nothing lets the project speak. */
export function xenVersionSetting(): Schema {
  const newestFirst = xenVersions.toReversed();
  return {
    type: 'string',
    enum: ['', ...newestFirst],
    enumDescriptions: [
      `As \`.bridgewise.json\` says, or else ${defaultXenVersion}.`,
      ...newestFirst.map((version) => shippedBy[version] ?? ''),
    ],
    default: '',
    description: "The series of Xen whose xl reads the domUs' files.",
  };
}

/** The JSON schema of `.bridgewise.json`. */
export function generateProjectSchema(): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Bridgewise project settings',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      ...sharedSettings(),
      xenVersion: {
        type: 'string',
        pattern: '^\\d+\\.\\d+$',
        examples: xenVersions.toReversed(),
        default: defaultXenVersion,
        description: "The series of Xen whose xl reads the domUs' files, such as `4.17`.",
      },
    },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
