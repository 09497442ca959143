import { filePath, text } from '../../values/text.ts';
import type { ParameterDoc } from '../parameter-doc.ts';
import { backendDomain, wholeNumber, words, zeroOrOne } from './values.ts';

const source = 'xl-disk-configuration(5); tools/libs/util/libxlu_disk_l.l';
const libxlSource = 'xl-disk-configuration(5); tools/libs/light/libxl_device.c';

const positional: readonly ParameterDoc[] = [
  {
    name: 'target',
    value: filePath('the path of a block device or an image, or what the script makes of it'),
    position: 0,
    summary: 'The block device or image file in dom0 that holds the data.',
    details:
      'Only a CD-ROM drive may go without. Give the full path: libxl looks for it as it is written, and does not put `/dev/` in front. Named, `target=` takes all the rest of the string, commas included, so it has to be the last parameter.',
    source,
  },
  {
    name: 'format',
    value: words([
      { label: 'raw', detail: 'The data as they are: every LVM volume or other block device, and plain image files.' },
      { label: 'qcow2', detail: "QEMU's image format, with snapshots and backing files." },
      { label: 'qcow', detail: 'The predecessor of qcow2.' },
      { label: 'vhd', detail: "Microsoft's Virtual PC format." },
      { label: 'qed', detail: "A format of QEMU's that was given up; use qcow2." },
      { label: 'empty', detail: 'A CD-ROM drive without a disc.' },
    ]),
    position: 1,
    default: 'raw',
    summary: 'How the data are packed in the target.',
    details:
      'Without names, the field has to be there, if only as an empty one: `/dev/vg/web,,xvda`. Where it is left out, xl takes the vdev for it and exits with "unknown value for format". Nobody looks into the file: a qcow2 image called `raw` shows its container to the guest. Behind an old prefix such as `phy:`, there is no such field.',
    source,
  },
  {
    name: 'vdev',
    value: text('the name of the disk in the guest, such as xvda, hda, sda1 or d0p1'),
    position: 2,
    required: true,
    summary: 'The name by which the guest gets the disk.',
    details:
      '`xvda` to `xvdz` and on for disks that the guest drives by Xen; `hda` to `hdd` and `sda` to `sdp` are emulated as IDE and SCSI for HVM guests as well. A number behind it (`xvda1`) makes it look like one partition. `/dev/` in front, capitals and leading zeros are not taken: the domain then fails to start with "Invalid or unsupported virtual disk identifier". No two disks of a guest may have the same.',
    source:
      'xl-disk-configuration(5); xen-vbd-interface(7); tools/libs/light/libxl_device.c, libxl__device_disk_dev_number',
  },
  {
    name: 'access',
    value: words([
      { label: 'w', detail: 'Read and write.' },
      { label: 'r', detail: 'Read only.' },
      { label: 'rw', detail: 'Read and write: the same as `w`.' },
      { label: 'ro', detail: 'Read only: the same as `r`.' },
    ]),
    position: 3,
    default: 'w',
    summary: 'Whether the guest may write.',
    details:
      "A CD-ROM drive is read-only whatever stands here. xm's `w!` is no longer taken. Nothing stops two guests from writing to one image file at the same time, which destroys it.",
    source,
  },
];

const kind: readonly ParameterDoc[] = [
  {
    name: 'cdrom',
    value: undefined,
    summary: 'Makes it a CD-ROM drive: the same as `devtype=cdrom`.',
    details:
      'It is read-only and may be empty. HVM guests see an emulated drive only under `hda` to `hdd` or `sda` to `sdp`, not under `xvda`.',
    source,
  },
  {
    name: 'devtype',
    value: words([
      { label: 'cdrom', detail: 'A CD-ROM drive.' },
      { label: 'disk', detail: 'A disk.' },
    ]),
    default: 'disk',
    summary: 'Whether it is a disk or a CD-ROM drive.',
    source,
  },
  {
    name: 'backend',
    value: backendDomain,
    default: '0',
    summary: 'The domain that serves the disk.',
    details: 'Another one than dom0 is a driver domain; the target is then a path there, which libxl does not look at.',
    source,
  },
  {
    name: 'backendtype',
    value: words([
      { label: 'phy', detail: "The kernel's blkback: block devices, raw only." },
      { label: 'qdisk', detail: 'QEMU: image files in any format.' },
      { label: 'tap', detail: 'blktap: raw and vhd. Xen 4.17 has none.' },
      {
        label: 'standalone',
        detail: 'A program that libxl does not start; only with `specification=virtio`, since Xen 4.17.',
      },
    ]),
    summary: 'The program that serves the disk.',
    details:
      'Best left out: libxl takes `phy` for a block device in raw format, and else `qdisk`. What does not go with the format or script fails at start with "no suitable backend for disk".',
    source: libxlSource,
  },
  {
    name: 'script',
    value: filePath('a script in /etc/xen/scripts, or its full path'),
    default: 'block',
    summary: 'The script that makes a block device of the target.',
    details:
      'It runs as root in dom0; what the target says is its affair, and no longer a path that libxl would look at. Xen brings `block-iscsi`, `block-nbd` and `block-dummy`; DRBD brings `block-drbd`. The disk has to be raw then.',
    source: libxlSource,
  },
  {
    name: 'specification',
    value: words([
      { label: 'xen', detail: "Xen's own protocol (blkfront)." },
      { label: 'virtio', detail: 'virtio-blk; only with `backendtype=standalone`.' },
    ]),
    default: 'xen',
    since: '4.17',
    summary: 'The protocol between guest and backend.',
    details: 'With virtio the guest does not see the vdev, which has to be given all the same.',
    source,
  },
];

const behaviour: readonly ParameterDoc[] = [
  {
    name: 'direct-io-safe',
    value: undefined,
    summary: 'Lets QEMU go round the page cache of dom0 (O_DIRECT).',
    details: 'Safe unless the image lies on a network file system (NFS) or network block device (iSCSI); faster.',
    source,
  },
  {
    name: 'discard',
    value: undefined,
    summary: 'Tells the guest that it may give freed blocks back (TRIM). It is so unless the disk is read-only.',
    source,
  },
  {
    name: 'no-discard',
    value: undefined,
    summary: 'Keeps the guest from giving freed blocks back, so that no holes come into the image.',
    source,
  },
  {
    name: 'trusted',
    value: undefined,
    since: '4.18',
    summary: 'Tells the guest that it may trust the backend, as it does without this.',
    details: 'An older xl takes the word for the target, or for another field without a name.',
    source,
  },
  {
    name: 'untrusted',
    value: undefined,
    since: '4.18',
    summary: 'Tells the guest to guard itself against the backend.',
    details:
      'The guest may pass it over. An older xl takes the word for the target, or for another field without a name.',
    source,
  },
  {
    name: 'grant_usage',
    value: zeroOrOne('The backend may reach all of the guest’s memory.', 'The guest grants the backend each page.'),
    since: '4.19',
    default: '0 where dom0 serves the disk, else 1',
    summary: 'Whether a virtio disk works with grants.',
    details: 'Only for `specification=virtio`. Other values than 0 and 1 make xl exit.',
    source,
  },
];

const coloSource = 'xl-disk-configuration(5), COLO';
const colo: readonly ParameterDoc[] = [
  {
    name: 'colo',
    value: undefined,
    summary: 'Replicates the disk to a second host (COLO). Its settings may change with any version of Xen.',
    source: coloSource,
  },
  { name: 'no-colo', value: undefined, summary: 'Does not replicate the disk, as without it.', source: coloSource },
  {
    name: 'colo-host',
    value: text('a host name or address'),
    summary: 'The second host. Needed with `colo`.',
    source: coloSource,
  },
  {
    name: 'colo-port',
    value: wholeNumber('a port number'),
    summary: 'The port of the NBD server on the second host. Needed with `colo`; 0 or a word makes xl exit.',
    source: coloSource,
  },
  {
    name: 'colo-export',
    value: text('a name'),
    summary: 'The name by which the NBD server on the second host exports the disk. Needed with `colo`.',
    source: coloSource,
  },
  {
    name: 'active-disk',
    value: filePath('the path of an image'),
    summary: "Takes up what the second host's guest writes. Needed with `colo`.",
    source: coloSource,
  },
  {
    name: 'hidden-disk',
    value: filePath('the path of an image'),
    summary: 'Takes up what the first host has overwritten since the last checkpoint. Needed with `colo`.',
    source: coloSource,
  },
];

/** The parameters of `disk`, those that may go without their names first. */
export const diskParameters: readonly ParameterDoc[] = [...positional, ...kind, ...behaviour, ...colo];
