export type PhotoMatch = { productId: string; position: number };

/** Finds the product a photo's file name stands for: the SKU itself, or the SKU and a running number
 *  (`POT-DOR-12_2.jpg`, `POT-DOR-12-2`, `POT-DOR-12 (2)`). A name that is itself a SKU goes first, so
 *  `ANT-12` is never taken for the twelfth photo of `ANT`; then the case is forgiven where only one
 *  product fits. Undefined where nothing or too much does. */
export function photoMatcher(skus: ReadonlyMap<string, string>) {
  const exact = new Map([...skus].map(([sku, id]) => [fileForm(sku), id]));
  const loose = new Map<string, string | undefined>();
  for (const [sku, id] of exact) {
    const key = sku.toLowerCase();
    loose.set(key, loose.has(key) ? undefined : id);
  }

  return (fileName: string): PhotoMatch | undefined => {
    const stem = fileForm(fileName.replace(/^.*[\\/]/, '').replace(/\.[a-z0-9]{2,5}$/i, ''));
    const numbered = /^(.+?)(?:[_-]| ?\(| )(\d{1,3})\)?$/.exec(stem);
    const base = numbered?.[1]?.trim() ?? stem;
    const position = numbered ? Number(numbered[2]) : 0;
    const whole = exact.get(stem) ?? loose.get(stem.toLowerCase());
    if (whole !== undefined) return { productId: whole, position: 0 };
    const part = exact.get(base) ?? loose.get(base.toLowerCase());
    return part === undefined ? undefined : { productId: part, position };
  };
}

/** Signs that no file name may hold are written as `_` by whoever named the file. */
function fileForm(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\\/:*?"<>|]/g, '_')
    .trim();
}
