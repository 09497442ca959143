/** What is said about the faults of the rarer devices, each in its own words. */
import type { ChannelProblemKind } from '../../syntax/xl/values/channel.ts';
import type { P9ProblemKind } from '../../syntax/xl/values/p9.ts';
import type { VdisplProblemKind } from '../../syntax/xl/values/vdispl.ts';
import type { VirtioProblemKind } from '../../syntax/xl/values/virtio.ts';
import type { VkbProblemKind } from '../../syntax/xl/values/vkb.ts';
import type { VsndProblemKind } from '../../syntax/xl/values/vsnd.ts';
import type { VtpmProblemKind } from '../../syntax/xl/values/vtpm.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { DeviceFault, FaultReport, FaultTable } from '../device-fault.ts';
import { fieldAt, removing, replacing, respellings } from '../device-fault.ts';
import type { CommonFaultKind } from './common.ts';
import { commonFaults } from './common.ts';

/** By kind of fault. */
export const channelFaults: FaultTable<Exclude<ChannelProblemKind, CommonFaultKind>> = {
  'missing-connection': () => ({ message: 'A channel has to have `connection`, which is `pty` or `socket`.' }),
  'missing-path': () => ({ message: 'A channel to a socket has to have its `path`.' }),
  'missing-name': () => ({ message: 'A channel has to have a `name`, by which the guest finds it.' }),
  'unused-path': (fault) => ({
    message: 'A channel to a pseudo-terminal has no path: xl does not look at it.',
    severity: 'warning',
    tag: 'unnecessary',
    fixes: [removing(fault, fault.span, 'Remove `path`', 'safe')],
  }),
};

/** By kind of fault: what it says in other words than the common table. */
export const vfbFaults: FaultTable<'unknown-parameter'> = {
  'unknown-parameter': (fault) =>
    fault.text === 'type' ? displayTypeOfXm(fault) : commonFaults['unknown-parameter'](fault),
};

/** xm's examples have `type=vnc`, which is what libxl does anyway (libxl__device_vfb_setdefault). */
function displayTypeOfXm(fault: DeviceFault): FaultReport {
  const field = fieldAt(fault);
  const why = 'By `type` xm was told how to show a framebuffer; xl drops it without a word';
  if (field?.value?.text === 'sdl') {
    return { message: `${why}: write \`sdl=1\`.`, fixes: [replacing(fault.config, field.span, 'sdl=1')] };
  }
  return {
    message: `${why} and shows it by VNC, unless \`vnc=0\` stands there.`,
    severity: 'hint',
    tag: 'unnecessary',
    fixes: field === undefined ? [] : [removing(fault, field.span, 'Remove `type`', 'safe')],
  };
}

/** By kind of fault. */
export const vtpmFaults: FaultTable<Exclude<VtpmProblemKind, CommonFaultKind>> = {
  'malformed-uuid': ({ text }) => ({
    message: `${inlineCode(text)} is no UUID, which has 8-4-4-4-12 hexadecimal digits.`,
  }),
  'missing-backend': () => ({ message: 'A virtual TPM has to have a `backend`, the domain of its manager.' }),
};

/** By kind of fault. */
export const p9Faults: FaultTable<Exclude<P9ProblemKind, CommonFaultKind>> = {
  'missing-path': () => ({ message: 'A 9pfs share has to have a `path`, the folder that is shared.' }),
  'missing-security-model': () => ({ message: 'A 9pfs share has to have a `security_model`, which is `none`.' }),
  'missing-tag': () => ({ message: 'A 9pfs share has to have a `tag`, by which the guest mounts it.' }),
  'limit-without-xen-9pfsd': ({ text }) => ({
    message: `${inlineCode(text)} is a limit that only \`type=xen_9pfsd\` has.`,
  }),
  'limit-out-of-range': ({ text }) => ({
    message: `libxl keeps a limit in 32 bits, into which ${inlineCode(text)} does not fit: it becomes another one.`,
  }),
};

/** By kind of fault. */
export const vdisplFaults: FaultTable<Exclude<VdisplProblemKind, CommonFaultKind>> = {
  'missing-connectors': () => ({ message: 'A virtual display has to have `connectors`, such as `id0:1920x1080`.' }),
  'empty-connectors': () => ({ message: '`connectors` is empty, and xl crashes: write one such as `id0:1920x1080`.' }),
  'connector-without-resolution': ({ text }) => ({
    message: `${inlineCode(text)} has no resolution: a connector is \`ID:WIDTHxHEIGHT\`.`,
  }),
  'malformed-resolution': ({ text, effect }) => ({
    message: `${inlineCode(text)} is no resolution, which is \`WIDTHxHEIGHT\`${effect === 'dropped' ? ': xl takes 0x0 and drops the connectors behind it' : ''}.`,
  }),
  'text-behind-resolution': ({ text }) => ({
    message: `xl looks at nothing behind the resolution in ${inlineCode(text)}.`,
  }),
  'connector-without-name': ({ text }) => ({ message: `${inlineCode(text)} has no name before its colon.` }),
};

/** By kind of fault. */
export const vkbFaults: FaultTable<Exclude<VkbProblemKind, CommonFaultKind>> = {
  'missing-backend-type': () => ({
    message: 'A virtual keyboard has to have a `backend-type`, which is `qemu` or `linux`.',
  }),
  'multi-touch-without-size': () => ({
    message: 'Multi-touch has to have `multi-touch-width`, `multi-touch-height` and `multi-touch-num-contacts`.',
  }),
};

/** By kind of fault. */
export const vsndFaults: FaultTable<Exclude<VsndProblemKind, CommonFaultKind>> = {
  'unknown-item': (fault) => ({
    message: `A string of a sound card begins with \`card\`, \`pcm\` or \`stream\`, not with ${inlineCode(fault.text)}.`,
    fixes: respellings(fault, ['card', 'pcm', 'stream']),
  }),
};

/** By kind of fault. */
export const virtioFaults: FaultTable<Exclude<VirtioProblemKind, CommonFaultKind>> = {
  'unfinished-type': ({ text }) => ({
    message: `${inlineCode(text)} needs a device behind a comma, as in \`type=virtio,device22\`; without it xl crashes.`,
  }),
  'parameter-in-type': ({ text }) => ({
    message: `xl takes what stands behind \`type=virtio,\` for the rest of the type, and so ${inlineCode(text)}, too.`,
  }),
  'unsupported-type': ({ text }) => ({
    message: `${inlineCode(text)} is no type of a virtio device, which is \`virtio,deviceNN\`.`,
  }),
  'missing-type': () => ({ message: 'A virtio device has to have a `type`, such as `virtio,device22`.' }),
  'missing-transport': () => ({
    message: 'Without `transport=mmio` a virtio device gets no address, and the guest does not see it.',
  }),
};
