/** What is said about the faults of what of the host's hardware a guest may use. */
import type { IomemProblemKind } from '../../syntax/xl/values/iomem.ts';
import type { IoportsProblemKind } from '../../syntax/xl/values/ioports.ts';
import type { IrqProblemKind } from '../../syntax/xl/values/irqs.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { FaultTable } from '../device-fault.ts';
import { replacing } from '../device-fault.ts';

/** By kind of fault. */
export const hardwareFaults: FaultTable<IoportsProblemKind | IrqProblemKind | IomemProblemKind> = {
  'unreadable-ioport': ({ text }) => ({
    message: `${inlineCode(text)} is no I/O port: one is a hexadecimal number, several are \`FIRST-LAST\`.`,
  }),
  'ioport-too-big': ({ text }) => ({ message: `${inlineCode(text)} is no I/O port: they go up to ffff.` }),
  'text-behind-ioport': ({ text }) => ({
    message: `xl does not look at ${inlineCode(text)} behind the port, but for a line on standard error.`,
  }),
  'impossible-ioports': ({ text }) => ({
    message: `${inlineCode(text)} are no I/O ports: they go up to ffff, and the first comes first.`,
  }),
  'unreadable-irq': (fault) => ({
    message: `${inlineCode(fault.text)} is no interrupt: xl reads decimal numbers only.`,
    fixes: /^0x[0-9a-fA-F]{1,4}$/.test(fault.text)
      ? [replacing(fault.config, fault.span, String(Number.parseInt(fault.text, 16)))]
      : [],
  }),
  'irq-too-big': ({ text }) => ({ message: `${inlineCode(text)} is more than any interrupt's number.` }),
  'unreadable-iomem': ({ text }) => ({
    message: `${inlineCode(text)} is no I/O memory, which is \`START,PAGES\` or \`START,PAGES@GUEST\` in hexadecimal pages of 4 KiB.`,
  }),
  'impossible-iomem': ({ text }) => ({
    message: `There is no such memory as ${inlineCode(text)}: it has no page, or too many.`,
  }),
};
