// Made by `npm run generate` from the files beside it; do not edit.
import { domuJoinsBridges } from './host/domu-joins-bridges.ts';
import { domuOnManagementBridge } from './host/domu-on-management-bridge.ts';
import { domuOnVlanTrunk } from './host/domu-on-vlan-trunk.ts';
import { domuVlansOnManagementCard } from './host/domu-vlans-on-management-card.ts';
import { sharedDomainName } from './host/shared-domain-name.ts';
import { sharedMac } from './host/shared-mac.ts';
import { sharedPciDevice } from './host/shared-pci-device.ts';
import { sharedUuid } from './host/shared-uuid.ts';
import { sharedVifAddress } from './host/shared-vif-address.ts';
import { sharedVifname } from './host/shared-vifname.ts';
import { sharedVncDisplay } from './host/shared-vnc-display.ts';
import { sharedWritableDisk } from './host/shared-writable-disk.ts';
import { unusedBridge } from './host/unused-bridge.ts';
import { vifBridgeUnknown } from './host/vif-bridge-unknown.ts';
import { vifMtuDiffers } from './host/vif-mtu-differs.ts';
import { vifWithoutIp } from './host/vif-without-ip.ts';
import { addressWithoutPrefix } from './interfaces/address-without-prefix.ts';
import { autoWithoutIface } from './interfaces/auto-without-iface.ts';
import { bridgeNotAuto } from './interfaces/bridge-not-auto.ts';
import { bridgePortUndeclared } from './interfaces/bridge-port-undeclared.ts';
import { bridgePortWithAddress } from './interfaces/bridge-port-with-address.ts';
import { bridgeWithDescription } from './interfaces/bridge-with-description.ts';
import { bridgeWithoutPorts } from './interfaces/bridge-without-ports.ts';
import { byteOrderMark } from './interfaces/byte-order-mark.ts';
import { dottedBridgeName } from './interfaces/dotted-bridge-name.ts';
import { duplicateMappingScript } from './interfaces/duplicate-mapping-script.ts';
import { extraIfaceWord } from './interfaces/extra-iface-word.ts';
import { guestBridgeWithAddress } from './interfaces/guest-bridge-with-address.ts';
import { ifaceWithoutFamily } from './interfaces/iface-without-family.ts';
import { ifaceWithoutMethod } from './interfaces/iface-without-method.ts';
import { ifaceWithoutName } from './interfaces/iface-without-name.ts';
import { inheritsFromUnknown } from './interfaces/inherits-from-unknown.ts';
import { inheritsWithoutName } from './interfaces/inherits-without-name.ts';
import { inlineComment } from './interfaces/inline-comment.ts';
import { interfaceNameTooLong } from './interfaces/interface-name-too-long.ts';
import { manualBridgeWithIpv6 } from './interfaces/manual-bridge-with-ipv6.ts';
import { misplacedOption } from './interfaces/misplaced-option.ts';
import { missingRequiredOption } from './interfaces/missing-required-option.ts';
import { misspeltOption } from './interfaces/misspelt-option.ts';
import { nulByte } from './interfaces/nul-byte.ts';
import { optionWithoutValue } from './interfaces/option-without-value.ts';
import { portAlsoAuto } from './interfaces/port-also-auto.ts';
import { portInTwoBridges } from './interfaces/port-in-two-bridges.ts';
import { renameWithoutTarget } from './interfaces/rename-without-target.ts';
import { repeatedOption } from './interfaces/repeated-option.ts';
import { secondDefaultRoute } from './interfaces/second-default-route.ts';
import { staticWithoutAddress } from './interfaces/static-without-address.ts';
import { unknownFamily } from './interfaces/unknown-family.ts';
import { unknownMethod } from './interfaces/unknown-method.ts';
import { unreachableAddressBridge } from './interfaces/unreachable-address-bridge.ts';
import { unusableValue } from './interfaces/unusable-value.ts';
import { vlanIdOutOfRange } from './interfaces/vlan-id-out-of-range.ts';
import { blankBehindVifValue } from './xl/blank-behind-vif-value.ts';
import { blankInDisk } from './xl/blank-in-disk.ts';
import { bootloaderInDom0 } from './xl/bootloader-in-dom0.ts';
import { bootloaderWithoutDisk } from './xl/bootloader-without-disk.ts';
import { carriageReturn } from './xl/carriage-return.ts';
import { cdromNotEmulated } from './xl/cdrom-not-emulated.ts';
import { commentWithoutNewline } from './xl/comment-without-newline.ts';
import { contradictoryGuestType } from './xl/contradictory-guest-type.ts';
import { cpusWithoutVcpus } from './xl/cpus-without-vcpus.ts';
import { deprecatedDiskSyntax } from './xl/deprecated-disk-syntax.ts';
import { deprecatedKey } from './xl/deprecated-key.ts';
import { deprecatedValueForm } from './xl/deprecated-value-form.ts';
import { deprecatedVifParameter } from './xl/deprecated-vif-parameter.ts';
import { diskFormatMismatch } from './xl/disk-format-mismatch.ts';
import { diskWithoutFormat } from './xl/disk-without-format.ts';
import { domainWithoutName } from './xl/domain-without-name.ts';
import { droppedDeviceParameter } from './xl/dropped-device-parameter.ts';
import { duplicateMac } from './xl/duplicate-mac.ts';
import { duplicateVdev } from './xl/duplicate-vdev.ts';
import { emptyVncPassword } from './xl/empty-vnc-password.ts';
import { emulatedVifWithoutHvm } from './xl/emulated-vif-without-hvm.ts';
import { extraComma } from './xl/extra-comma.ts';
import { guestWithoutKernel } from './xl/guest-without-kernel.ts';
import { hvmloaderAsKernel } from './xl/hvmloader-as-kernel.ts';
import { ignoredRootAndExtra } from './xl/ignored-root-and-extra.ts';
import { impossibleVifName } from './xl/impossible-vif-name.ts';
import { incompleteSpice } from './xl/incomplete-spice.ts';
import { invalidEscape } from './xl/invalid-escape.ts';
import { invalidKey } from './xl/invalid-key.ts';
import { kernelBesideBootloader } from './xl/kernel-beside-bootloader.ts';
import { kernelBesideFirmware } from './xl/kernel-beside-firmware.ts';
import { kernelParametersWithoutKernel } from './xl/kernel-parameters-without-kernel.ts';
import { keyForOtherGuest } from './xl/key-for-other-guest.ts';
import { keyOfNewerXen } from './xl/key-of-newer-xen.ts';
import { lineContinuation } from './xl/line-continuation.ts';
import { listExpected } from './xl/list-expected.ts';
import { listJoinedToString } from './xl/list-joined-to-string.ts';
import { malformedUuid } from './xl/malformed-uuid.ts';
import { memoryAboveMaximum } from './xl/memory-above-maximum.ts';
import { missingComma } from './xl/missing-comma.ts';
import { missingCommaInVif } from './xl/missing-comma-in-vif.ts';
import { missingEqualsSign } from './xl/missing-equals-sign.ts';
import { missingSemicolon } from './xl/missing-semicolon.ts';
import { missingValue } from './xl/missing-value.ts';
import { notANumber } from './xl/not-a-number.ts';
import { numberJoined } from './xl/number-joined.ts';
import { numberOutOfRange } from './xl/number-out-of-range.ts';
import { octalNumber } from './xl/octal-number.ts';
import { oddMacNotation } from './xl/odd-mac-notation.ts';
import { parameterOfNewerXen } from './xl/parameter-of-newer-xen.ts';
import { pciOnPvh } from './xl/pci-on-pvh.ts';
import { pciWithBallooning } from './xl/pci-with-ballooning.ts';
import { permissivePci } from './xl/permissive-pci.ts';
import { pythonCode } from './xl/python-code.ts';
import { rawHardwareAccess } from './xl/raw-hardware-access.ts';
import { rdmPolicyDropped } from './xl/rdm-policy-dropped.ts';
import { readOnlyHvmDisk } from './xl/read-only-hvm-disk.ts';
import { relativeDiskPath } from './xl/relative-disk-path.ts';
import { repeatedKey } from './xl/repeated-key.ts';
import { rootWithoutDisk } from './xl/root-without-disk.ts';
import { secretInFile } from './xl/secret-in-file.ts';
import { sectionHeader } from './xl/section-header.ts';
import { semicolonInVif } from './xl/semicolon-in-vif.ts';
import { shortenedValue } from './xl/shortened-value.ts';
import { singleValueExpected } from './xl/single-value-expected.ts';
import { spiceWithoutPassword } from './xl/spice-without-password.ts';
import { strayText } from './xl/stray-text.ts';
import { targetNotLast } from './xl/target-not-last.ts';
import { tripleQuotes } from './xl/triple-quotes.ts';
import { unclosedList } from './xl/unclosed-list.ts';
import { unknownDiskAccess } from './xl/unknown-disk-access.ts';
import { unknownDiskFormat } from './xl/unknown-disk-format.ts';
import { unknownDiskPrefix } from './xl/unknown-disk-prefix.ts';
import { unknownFirmware } from './xl/unknown-firmware.ts';
import { unknownGuestType } from './xl/unknown-guest-type.ts';
import { unknownKey } from './xl/unknown-key.ts';
import { unknownValue } from './xl/unknown-value.ts';
import { unknownVdev } from './xl/unknown-vdev.ts';
import { unknownVifParameter } from './xl/unknown-vif-parameter.ts';
import { unprotectedProgram } from './xl/unprotected-program.ts';
import { unquotedValue } from './xl/unquoted-value.ts';
import { unreadKey } from './xl/unread-key.ts';
import { unreadableCpuList } from './xl/unreadable-cpu-list.ts';
import { unreadableDevice } from './xl/unreadable-device.ts';
import { unreadableDisk } from './xl/unreadable-disk.ts';
import { unreadableMac } from './xl/unreadable-mac.ts';
import { unreadablePci } from './xl/unreadable-pci.ts';
import { unreadableRate } from './xl/unreadable-rate.ts';
import { unsupportedRombios } from './xl/unsupported-rombios.ts';
import { unterminatedString } from './xl/unterminated-string.ts';
import { unusableDevice } from './xl/unusable-device.ts';
import { unusableMac } from './xl/unusable-mac.ts';
import { unusableVnuma } from './xl/unusable-vnuma.ts';
import { unusedVifModel } from './xl/unused-vif-model.ts';
import { usbWithUsbversion } from './xl/usb-with-usbversion.ts';
import { valueOfOlderXen } from './xl/value-of-older-xen.ts';
import { valueOnNextLine } from './xl/value-on-next-line.ts';
import { vcpusAboveMaximum } from './xl/vcpus-above-maximum.ts';
import { videoramTooSmall } from './xl/videoram-too-small.ts';
import { vifWithoutMac } from './xl/vif-without-mac.ts';
import { vncDisplayTwice } from './xl/vnc-display-twice.ts';
import { vncOpenToNetwork } from './xl/vnc-open-to-network.ts';
import { vncPortAsDisplay } from './xl/vnc-port-as-display.ts';
import { writableCdrom } from './xl/writable-cdrom.ts';
import { wrongListDepth } from './xl/wrong-list-depth.ts';
import { xlByteOrderMark } from './xl/xl-byte-order-mark.ts';
import { xlNulByte } from './xl/xl-nul-byte.ts';
import type { Rule } from './rule.ts';
import { incompleteSuppression } from './suppression/incomplete-suppression.ts';
import { unknownDirective } from './suppression/unknown-directive.ts';
import { unknownManagementInterface } from './suppression/unknown-management-interface.ts';
import { unusedSuppression } from './suppression/unused-suppression.ts';

/** Every rule, in the order of its name. */
export const rules: readonly Rule[] = [
  addressWithoutPrefix,
  autoWithoutIface,
  blankBehindVifValue,
  blankInDisk,
  bootloaderInDom0,
  bootloaderWithoutDisk,
  bridgeNotAuto,
  bridgePortUndeclared,
  bridgePortWithAddress,
  bridgeWithDescription,
  bridgeWithoutPorts,
  byteOrderMark,
  carriageReturn,
  cdromNotEmulated,
  commentWithoutNewline,
  contradictoryGuestType,
  cpusWithoutVcpus,
  deprecatedDiskSyntax,
  deprecatedKey,
  deprecatedValueForm,
  deprecatedVifParameter,
  diskFormatMismatch,
  diskWithoutFormat,
  domainWithoutName,
  domuJoinsBridges,
  domuOnManagementBridge,
  domuOnVlanTrunk,
  domuVlansOnManagementCard,
  dottedBridgeName,
  droppedDeviceParameter,
  duplicateMac,
  duplicateMappingScript,
  duplicateVdev,
  emptyVncPassword,
  emulatedVifWithoutHvm,
  extraComma,
  extraIfaceWord,
  guestBridgeWithAddress,
  guestWithoutKernel,
  hvmloaderAsKernel,
  ifaceWithoutFamily,
  ifaceWithoutMethod,
  ifaceWithoutName,
  ignoredRootAndExtra,
  impossibleVifName,
  incompleteSpice,
  incompleteSuppression,
  inheritsFromUnknown,
  inheritsWithoutName,
  inlineComment,
  interfaceNameTooLong,
  invalidEscape,
  invalidKey,
  kernelBesideBootloader,
  kernelBesideFirmware,
  kernelParametersWithoutKernel,
  keyForOtherGuest,
  keyOfNewerXen,
  lineContinuation,
  listExpected,
  listJoinedToString,
  malformedUuid,
  manualBridgeWithIpv6,
  memoryAboveMaximum,
  misplacedOption,
  missingComma,
  missingCommaInVif,
  missingEqualsSign,
  missingRequiredOption,
  missingSemicolon,
  missingValue,
  misspeltOption,
  notANumber,
  nulByte,
  numberJoined,
  numberOutOfRange,
  octalNumber,
  oddMacNotation,
  optionWithoutValue,
  parameterOfNewerXen,
  pciOnPvh,
  pciWithBallooning,
  permissivePci,
  portAlsoAuto,
  portInTwoBridges,
  pythonCode,
  rawHardwareAccess,
  rdmPolicyDropped,
  readOnlyHvmDisk,
  relativeDiskPath,
  renameWithoutTarget,
  repeatedKey,
  repeatedOption,
  rootWithoutDisk,
  secondDefaultRoute,
  secretInFile,
  sectionHeader,
  semicolonInVif,
  sharedDomainName,
  sharedMac,
  sharedPciDevice,
  sharedUuid,
  sharedVifAddress,
  sharedVifname,
  sharedVncDisplay,
  sharedWritableDisk,
  shortenedValue,
  singleValueExpected,
  spiceWithoutPassword,
  staticWithoutAddress,
  strayText,
  targetNotLast,
  tripleQuotes,
  unclosedList,
  unknownDirective,
  unknownDiskAccess,
  unknownDiskFormat,
  unknownDiskPrefix,
  unknownFamily,
  unknownFirmware,
  unknownGuestType,
  unknownKey,
  unknownManagementInterface,
  unknownMethod,
  unknownValue,
  unknownVdev,
  unknownVifParameter,
  unprotectedProgram,
  unquotedValue,
  unreachableAddressBridge,
  unreadKey,
  unreadableCpuList,
  unreadableDevice,
  unreadableDisk,
  unreadableMac,
  unreadablePci,
  unreadableRate,
  unsupportedRombios,
  unterminatedString,
  unusableDevice,
  unusableMac,
  unusableValue,
  unusableVnuma,
  unusedBridge,
  unusedSuppression,
  unusedVifModel,
  usbWithUsbversion,
  valueOfOlderXen,
  valueOnNextLine,
  vcpusAboveMaximum,
  videoramTooSmall,
  vifBridgeUnknown,
  vifMtuDiffers,
  vifWithoutIp,
  vifWithoutMac,
  vlanIdOutOfRange,
  vncDisplayTwice,
  vncOpenToNetwork,
  vncPortAsDisplay,
  writableCdrom,
  wrongListDepth,
  xlByteOrderMark,
  xlNulByte,
];
