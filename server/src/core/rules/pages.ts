// Made by `npm run generate` from the files beside it; do not edit.
import domuJoinsBridges from './host/domu-joins-bridges.md';
import domuOnManagementBridge from './host/domu-on-management-bridge.md';
import domuOnVlanTrunk from './host/domu-on-vlan-trunk.md';
import domuVlansOnManagementCard from './host/domu-vlans-on-management-card.md';
import sharedDomainName from './host/shared-domain-name.md';
import sharedMac from './host/shared-mac.md';
import sharedPciDevice from './host/shared-pci-device.md';
import sharedUuid from './host/shared-uuid.md';
import sharedVifAddress from './host/shared-vif-address.md';
import sharedVifname from './host/shared-vifname.md';
import sharedVncDisplay from './host/shared-vnc-display.md';
import sharedWritableDisk from './host/shared-writable-disk.md';
import unusedBridge from './host/unused-bridge.md';
import vifBridgeUnknown from './host/vif-bridge-unknown.md';
import vifMtuDiffers from './host/vif-mtu-differs.md';
import vifWithoutIp from './host/vif-without-ip.md';
import addressWithoutPrefix from './interfaces/address-without-prefix.md';
import autoWithoutIface from './interfaces/auto-without-iface.md';
import bridgeNotAuto from './interfaces/bridge-not-auto.md';
import bridgePortUndeclared from './interfaces/bridge-port-undeclared.md';
import bridgePortWithAddress from './interfaces/bridge-port-with-address.md';
import bridgeWithDescription from './interfaces/bridge-with-description.md';
import bridgeWithoutPorts from './interfaces/bridge-without-ports.md';
import byteOrderMark from './interfaces/byte-order-mark.md';
import dottedBridgeName from './interfaces/dotted-bridge-name.md';
import duplicateMappingScript from './interfaces/duplicate-mapping-script.md';
import extraIfaceWord from './interfaces/extra-iface-word.md';
import guestBridgeWithAddress from './interfaces/guest-bridge-with-address.md';
import ifaceWithoutFamily from './interfaces/iface-without-family.md';
import ifaceWithoutMethod from './interfaces/iface-without-method.md';
import ifaceWithoutName from './interfaces/iface-without-name.md';
import inheritsFromUnknown from './interfaces/inherits-from-unknown.md';
import inheritsWithoutName from './interfaces/inherits-without-name.md';
import inlineComment from './interfaces/inline-comment.md';
import interfaceNameTooLong from './interfaces/interface-name-too-long.md';
import manualBridgeWithIpv6 from './interfaces/manual-bridge-with-ipv6.md';
import misplacedOption from './interfaces/misplaced-option.md';
import missingRequiredOption from './interfaces/missing-required-option.md';
import misspeltOption from './interfaces/misspelt-option.md';
import nulByte from './interfaces/nul-byte.md';
import optionWithoutValue from './interfaces/option-without-value.md';
import portAlsoAuto from './interfaces/port-also-auto.md';
import portInTwoBridges from './interfaces/port-in-two-bridges.md';
import renameWithoutTarget from './interfaces/rename-without-target.md';
import repeatedOption from './interfaces/repeated-option.md';
import secondDefaultRoute from './interfaces/second-default-route.md';
import staticWithoutAddress from './interfaces/static-without-address.md';
import unknownFamily from './interfaces/unknown-family.md';
import unknownMethod from './interfaces/unknown-method.md';
import unreachableAddressBridge from './interfaces/unreachable-address-bridge.md';
import unusableValue from './interfaces/unusable-value.md';
import vlanIdOutOfRange from './interfaces/vlan-id-out-of-range.md';
import incompleteSuppression from './suppression/incomplete-suppression.md';
import unknownDirective from './suppression/unknown-directive.md';
import unknownManagementInterface from './suppression/unknown-management-interface.md';
import unusedSuppression from './suppression/unused-suppression.md';
import blankBehindVifValue from './xl/blank-behind-vif-value.md';
import blankInDisk from './xl/blank-in-disk.md';
import bootloaderInDom0 from './xl/bootloader-in-dom0.md';
import bootloaderWithoutDisk from './xl/bootloader-without-disk.md';
import carriageReturn from './xl/carriage-return.md';
import cdromNotEmulated from './xl/cdrom-not-emulated.md';
import commentWithoutNewline from './xl/comment-without-newline.md';
import contradictoryGuestType from './xl/contradictory-guest-type.md';
import cpusWithoutVcpus from './xl/cpus-without-vcpus.md';
import deprecatedDiskSyntax from './xl/deprecated-disk-syntax.md';
import deprecatedKey from './xl/deprecated-key.md';
import deprecatedValueForm from './xl/deprecated-value-form.md';
import deprecatedVifParameter from './xl/deprecated-vif-parameter.md';
import diskFormatMismatch from './xl/disk-format-mismatch.md';
import diskWithoutFormat from './xl/disk-without-format.md';
import domainWithoutName from './xl/domain-without-name.md';
import droppedDeviceParameter from './xl/dropped-device-parameter.md';
import duplicateMac from './xl/duplicate-mac.md';
import duplicateVdev from './xl/duplicate-vdev.md';
import emptyVncPassword from './xl/empty-vnc-password.md';
import emulatedVifWithoutHvm from './xl/emulated-vif-without-hvm.md';
import extraComma from './xl/extra-comma.md';
import guestWithoutKernel from './xl/guest-without-kernel.md';
import hvmloaderAsKernel from './xl/hvmloader-as-kernel.md';
import ignoredRootAndExtra from './xl/ignored-root-and-extra.md';
import impossibleVifName from './xl/impossible-vif-name.md';
import incompleteSpice from './xl/incomplete-spice.md';
import invalidEscape from './xl/invalid-escape.md';
import invalidKey from './xl/invalid-key.md';
import kernelBesideBootloader from './xl/kernel-beside-bootloader.md';
import kernelBesideFirmware from './xl/kernel-beside-firmware.md';
import kernelParametersWithoutKernel from './xl/kernel-parameters-without-kernel.md';
import keyForOtherGuest from './xl/key-for-other-guest.md';
import keyOfNewerXen from './xl/key-of-newer-xen.md';
import lineContinuation from './xl/line-continuation.md';
import listExpected from './xl/list-expected.md';
import listJoinedToString from './xl/list-joined-to-string.md';
import malformedUuid from './xl/malformed-uuid.md';
import memoryAboveMaximum from './xl/memory-above-maximum.md';
import missingComma from './xl/missing-comma.md';
import missingCommaInVif from './xl/missing-comma-in-vif.md';
import missingEqualsSign from './xl/missing-equals-sign.md';
import missingSemicolon from './xl/missing-semicolon.md';
import missingValue from './xl/missing-value.md';
import notANumber from './xl/not-a-number.md';
import numberJoined from './xl/number-joined.md';
import numberOutOfRange from './xl/number-out-of-range.md';
import octalNumber from './xl/octal-number.md';
import oddMacNotation from './xl/odd-mac-notation.md';
import parameterOfNewerXen from './xl/parameter-of-newer-xen.md';
import pciOnPvh from './xl/pci-on-pvh.md';
import pciWithBallooning from './xl/pci-with-ballooning.md';
import permissivePci from './xl/permissive-pci.md';
import pythonCode from './xl/python-code.md';
import rawHardwareAccess from './xl/raw-hardware-access.md';
import rdmPolicyDropped from './xl/rdm-policy-dropped.md';
import readOnlyHvmDisk from './xl/read-only-hvm-disk.md';
import relativeDiskPath from './xl/relative-disk-path.md';
import repeatedKey from './xl/repeated-key.md';
import rootWithoutDisk from './xl/root-without-disk.md';
import secretInFile from './xl/secret-in-file.md';
import sectionHeader from './xl/section-header.md';
import semicolonInVif from './xl/semicolon-in-vif.md';
import shortenedValue from './xl/shortened-value.md';
import singleValueExpected from './xl/single-value-expected.md';
import spiceWithoutPassword from './xl/spice-without-password.md';
import strayText from './xl/stray-text.md';
import targetNotLast from './xl/target-not-last.md';
import tripleQuotes from './xl/triple-quotes.md';
import unclosedList from './xl/unclosed-list.md';
import unknownDiskAccess from './xl/unknown-disk-access.md';
import unknownDiskFormat from './xl/unknown-disk-format.md';
import unknownDiskPrefix from './xl/unknown-disk-prefix.md';
import unknownFirmware from './xl/unknown-firmware.md';
import unknownGuestType from './xl/unknown-guest-type.md';
import unknownKey from './xl/unknown-key.md';
import unknownValue from './xl/unknown-value.md';
import unknownVdev from './xl/unknown-vdev.md';
import unknownVifParameter from './xl/unknown-vif-parameter.md';
import unprotectedProgram from './xl/unprotected-program.md';
import unquotedValue from './xl/unquoted-value.md';
import unreadKey from './xl/unread-key.md';
import unreadableCpuList from './xl/unreadable-cpu-list.md';
import unreadableDevice from './xl/unreadable-device.md';
import unreadableDisk from './xl/unreadable-disk.md';
import unreadableMac from './xl/unreadable-mac.md';
import unreadablePci from './xl/unreadable-pci.md';
import unreadableRate from './xl/unreadable-rate.md';
import unsupportedRombios from './xl/unsupported-rombios.md';
import unterminatedString from './xl/unterminated-string.md';
import unusableDevice from './xl/unusable-device.md';
import unusableMac from './xl/unusable-mac.md';
import unusableVnuma from './xl/unusable-vnuma.md';
import unusedVifModel from './xl/unused-vif-model.md';
import usbWithUsbversion from './xl/usb-with-usbversion.md';
import valueOfOlderXen from './xl/value-of-older-xen.md';
import valueOnNextLine from './xl/value-on-next-line.md';
import vcpusAboveMaximum from './xl/vcpus-above-maximum.md';
import videoramTooSmall from './xl/videoram-too-small.md';
import vifWithoutMac from './xl/vif-without-mac.md';
import vncDisplayTwice from './xl/vnc-display-twice.md';
import vncOpenToNetwork from './xl/vnc-open-to-network.md';
import vncPortAsDisplay from './xl/vnc-port-as-display.md';
import writableCdrom from './xl/writable-cdrom.md';
import wrongListDepth from './xl/wrong-list-depth.md';
import xlByteOrderMark from './xl/xl-byte-order-mark.md';
import xlNulByte from './xl/xl-nul-byte.md';

/** The page of each rule, in Markdown, by the rule's name. */
export const rulePages: Readonly<Record<string, string>> = {
  'address-without-prefix': addressWithoutPrefix,
  'auto-without-iface': autoWithoutIface,
  'blank-behind-vif-value': blankBehindVifValue,
  'blank-in-disk': blankInDisk,
  'bootloader-in-dom0': bootloaderInDom0,
  'bootloader-without-disk': bootloaderWithoutDisk,
  'bridge-not-auto': bridgeNotAuto,
  'bridge-port-undeclared': bridgePortUndeclared,
  'bridge-port-with-address': bridgePortWithAddress,
  'bridge-with-description': bridgeWithDescription,
  'bridge-without-ports': bridgeWithoutPorts,
  'byte-order-mark': byteOrderMark,
  'carriage-return': carriageReturn,
  'cdrom-not-emulated': cdromNotEmulated,
  'comment-without-newline': commentWithoutNewline,
  'contradictory-guest-type': contradictoryGuestType,
  'cpus-without-vcpus': cpusWithoutVcpus,
  'deprecated-disk-syntax': deprecatedDiskSyntax,
  'deprecated-key': deprecatedKey,
  'deprecated-value-form': deprecatedValueForm,
  'deprecated-vif-parameter': deprecatedVifParameter,
  'disk-format-mismatch': diskFormatMismatch,
  'disk-without-format': diskWithoutFormat,
  'domain-without-name': domainWithoutName,
  'domu-joins-bridges': domuJoinsBridges,
  'domu-on-management-bridge': domuOnManagementBridge,
  'domu-on-vlan-trunk': domuOnVlanTrunk,
  'domu-vlans-on-management-card': domuVlansOnManagementCard,
  'dotted-bridge-name': dottedBridgeName,
  'dropped-device-parameter': droppedDeviceParameter,
  'duplicate-mac': duplicateMac,
  'duplicate-mapping-script': duplicateMappingScript,
  'duplicate-vdev': duplicateVdev,
  'empty-vnc-password': emptyVncPassword,
  'emulated-vif-without-hvm': emulatedVifWithoutHvm,
  'extra-comma': extraComma,
  'extra-iface-word': extraIfaceWord,
  'guest-bridge-with-address': guestBridgeWithAddress,
  'guest-without-kernel': guestWithoutKernel,
  'hvmloader-as-kernel': hvmloaderAsKernel,
  'iface-without-family': ifaceWithoutFamily,
  'iface-without-method': ifaceWithoutMethod,
  'iface-without-name': ifaceWithoutName,
  'ignored-root-and-extra': ignoredRootAndExtra,
  'impossible-vif-name': impossibleVifName,
  'incomplete-spice': incompleteSpice,
  'incomplete-suppression': incompleteSuppression,
  'inherits-from-unknown': inheritsFromUnknown,
  'inherits-without-name': inheritsWithoutName,
  'inline-comment': inlineComment,
  'interface-name-too-long': interfaceNameTooLong,
  'invalid-escape': invalidEscape,
  'invalid-key': invalidKey,
  'kernel-beside-bootloader': kernelBesideBootloader,
  'kernel-beside-firmware': kernelBesideFirmware,
  'kernel-parameters-without-kernel': kernelParametersWithoutKernel,
  'key-for-other-guest': keyForOtherGuest,
  'key-of-newer-xen': keyOfNewerXen,
  'line-continuation': lineContinuation,
  'list-expected': listExpected,
  'list-joined-to-string': listJoinedToString,
  'malformed-uuid': malformedUuid,
  'manual-bridge-with-ipv6': manualBridgeWithIpv6,
  'memory-above-maximum': memoryAboveMaximum,
  'misplaced-option': misplacedOption,
  'missing-comma': missingComma,
  'missing-comma-in-vif': missingCommaInVif,
  'missing-equals-sign': missingEqualsSign,
  'missing-required-option': missingRequiredOption,
  'missing-semicolon': missingSemicolon,
  'missing-value': missingValue,
  'misspelt-option': misspeltOption,
  'not-a-number': notANumber,
  'nul-byte': nulByte,
  'number-joined': numberJoined,
  'number-out-of-range': numberOutOfRange,
  'octal-number': octalNumber,
  'odd-mac-notation': oddMacNotation,
  'option-without-value': optionWithoutValue,
  'parameter-of-newer-xen': parameterOfNewerXen,
  'pci-on-pvh': pciOnPvh,
  'pci-with-ballooning': pciWithBallooning,
  'permissive-pci': permissivePci,
  'port-also-auto': portAlsoAuto,
  'port-in-two-bridges': portInTwoBridges,
  'python-code': pythonCode,
  'raw-hardware-access': rawHardwareAccess,
  'rdm-policy-dropped': rdmPolicyDropped,
  'read-only-hvm-disk': readOnlyHvmDisk,
  'relative-disk-path': relativeDiskPath,
  'rename-without-target': renameWithoutTarget,
  'repeated-key': repeatedKey,
  'repeated-option': repeatedOption,
  'root-without-disk': rootWithoutDisk,
  'second-default-route': secondDefaultRoute,
  'secret-in-file': secretInFile,
  'section-header': sectionHeader,
  'semicolon-in-vif': semicolonInVif,
  'shared-domain-name': sharedDomainName,
  'shared-mac': sharedMac,
  'shared-pci-device': sharedPciDevice,
  'shared-uuid': sharedUuid,
  'shared-vif-address': sharedVifAddress,
  'shared-vifname': sharedVifname,
  'shared-vnc-display': sharedVncDisplay,
  'shared-writable-disk': sharedWritableDisk,
  'shortened-value': shortenedValue,
  'single-value-expected': singleValueExpected,
  'spice-without-password': spiceWithoutPassword,
  'static-without-address': staticWithoutAddress,
  'stray-text': strayText,
  'target-not-last': targetNotLast,
  'triple-quotes': tripleQuotes,
  'unclosed-list': unclosedList,
  'unknown-directive': unknownDirective,
  'unknown-disk-access': unknownDiskAccess,
  'unknown-disk-format': unknownDiskFormat,
  'unknown-disk-prefix': unknownDiskPrefix,
  'unknown-family': unknownFamily,
  'unknown-firmware': unknownFirmware,
  'unknown-guest-type': unknownGuestType,
  'unknown-key': unknownKey,
  'unknown-management-interface': unknownManagementInterface,
  'unknown-method': unknownMethod,
  'unknown-value': unknownValue,
  'unknown-vdev': unknownVdev,
  'unknown-vif-parameter': unknownVifParameter,
  'unprotected-program': unprotectedProgram,
  'unquoted-value': unquotedValue,
  'unreachable-address-bridge': unreachableAddressBridge,
  'unread-key': unreadKey,
  'unreadable-cpu-list': unreadableCpuList,
  'unreadable-device': unreadableDevice,
  'unreadable-disk': unreadableDisk,
  'unreadable-mac': unreadableMac,
  'unreadable-pci': unreadablePci,
  'unreadable-rate': unreadableRate,
  'unsupported-rombios': unsupportedRombios,
  'unterminated-string': unterminatedString,
  'unusable-device': unusableDevice,
  'unusable-mac': unusableMac,
  'unusable-value': unusableValue,
  'unusable-vnuma': unusableVnuma,
  'unused-bridge': unusedBridge,
  'unused-suppression': unusedSuppression,
  'unused-vif-model': unusedVifModel,
  'usb-with-usbversion': usbWithUsbversion,
  'value-of-older-xen': valueOfOlderXen,
  'value-on-next-line': valueOnNextLine,
  'vcpus-above-maximum': vcpusAboveMaximum,
  'videoram-too-small': videoramTooSmall,
  'vif-bridge-unknown': vifBridgeUnknown,
  'vif-mtu-differs': vifMtuDiffers,
  'vif-without-ip': vifWithoutIp,
  'vif-without-mac': vifWithoutMac,
  'vlan-id-out-of-range': vlanIdOutOfRange,
  'vnc-display-twice': vncDisplayTwice,
  'vnc-open-to-network': vncOpenToNetwork,
  'vnc-port-as-display': vncPortAsDisplay,
  'writable-cdrom': writableCdrom,
  'wrong-list-depth': wrongListDepth,
  'xl-byte-order-mark': xlByteOrderMark,
  'xl-nul-byte': xlNulByte,
};
