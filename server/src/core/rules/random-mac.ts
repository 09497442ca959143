/** A number from 0 to 255, another one each time. The core has no randomness of its own: whoever runs the rules brings it. */
export type RandomByte = () => number;

/** The first three bytes of the addresses that Xen gives out (xl-network-configuration(5), mac). */
const xenPrefix = [0x00, 0x16, 0x3e];

/**
 * Gives new MAC addresses under Xen's own prefix, each another one and none that the texts have. Within the half of them
 * that the Xen project leaves to everybody: the fourth byte below 0x80. The texts are looked at only when one is wanted.
 */
export function macGenerator(texts: readonly string[], randomByte: RandomByte): () => string {
  let known: Set<string> | undefined;
  return () => {
    known ??= new Set(texts.flatMap((text) => text.toLowerCase().match(/(?:[0-9a-f]{2}:){5}[0-9a-f]{2}/g) ?? []));
    const taken = known;
    // From the place that chance names on, so that it ends whatever the bytes are.
    for (let last = (randomByte() << 16) | (randomByte() << 8) | randomByte(); ; last += 1) {
      const mac = [...xenPrefix, (last >> 16) & 0x7f, (last >> 8) & 0xff, last & 0xff]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join(':');
      if (taken.has(mac)) continue;
      taken.add(mac);
      return mac;
    }
  };
}
