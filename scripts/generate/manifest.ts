import { sharedSettings, xenVersionSetting } from './settings.ts';

interface Manifest {
  contributes?: Record<string, unknown>;
}

/** Settings that only an editor has. */
const editorSettings: Readonly<Record<string, unknown>> = {
  'bridgewise.checkWorkspace': {
    type: 'boolean',
    default: true,
    scope: 'resource',
    description: 'Whether files in this folder are checked that are not open.',
  },
  'bridgewise.trace.server': {
    type: 'string',
    enum: ['off', 'messages', 'verbose'],
    default: 'off',
    scope: 'window',
    description: 'What of the talk between VS Code and the language server is written to the output "Bridgewise".',
  },
};

/** The manifest with its generated parts made anew: settings, and the schema of `.bridgewise.json`. */
export function generateManifest(text: string): string {
  const manifest = JSON.parse(text) as Manifest;
  const { rules, ...others } = sharedSettings();
  const shared = Object.entries({ ...others, xenVersion: xenVersionSetting(), rules }).map(([name, schema]) => [
    `bridgewise.${name}`,
    { ...schema, scope: 'resource' },
  ]);
  manifest.contributes = {
    ...manifest.contributes,
    configuration: { title: 'Bridgewise', properties: { ...Object.fromEntries(shared), ...editorSettings } },
    jsonValidation: [{ fileMatch: ['.bridgewise.json'], url: './schemas/bridgewise.schema.json' }],
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
