import type {
  SignatureHelp as LspSignatureHelp,
  ParameterInformation,
  SignatureHelpParams,
} from 'vscode-languageserver-protocol';
import type { SignatureHelp } from '../../core/index.ts';
import { signatureHelpAt } from '../../core/index.ts';
import type { ClientProfile } from '../client-profile.ts';
import type { Asked } from '../context.ts';
import { aboutPlace } from '../context.ts';
import { toMarkup } from '../to-proto.ts';

/** Answers `textDocument/signatureHelp`. */
export const signatureHelp = aboutPlace(
  null,
  ({ context, snapshot, file }: Asked<SignatureHelpParams>, offset): LspSignatureHelp | null => {
    const help = signatureHelpAt(snapshot, file, offset);
    return help === undefined ? null : toSignatureHelp(help, context.profile);
  },
);

function toSignatureHelp(
  { label, documentation, parameters, active }: SignatureHelp,
  profile: ClientProfile,
): LspSignatureHelp {
  const documented = (text: string | undefined): Pick<ParameterInformation, 'documentation'> =>
    text === undefined ? {} : { documentation: toMarkup(text, profile.markdownSignature) };
  const signature = {
    label,
    ...documented(documentation),
    parameters: parameters.map((parameter): ParameterInformation => {
      const [start, end] = parameter.label;
      return {
        label: profile.signatureLabelOffsets ? [start, end] : label.slice(start, end),
        ...documented(parameter.documentation),
      };
    }),
  };
  // An editor that knows of no other way takes what is left out for the first parameter.
  const activeParameter = active ?? (profile.noActiveParameter ? null : undefined);
  return { signatures: [signature], activeSignature: 0, ...(activeParameter === undefined ? {} : { activeParameter }) };
}
