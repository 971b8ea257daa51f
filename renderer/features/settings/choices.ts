/** Where small shops with these networks are likely to be; the shop's own is always offered. */
export const countryCodes: readonly string[] =
  'AT AU BE BR CA CH CI CM CZ DE DK DZ ES FI FR GB GR HR HU IE IN IT JP LU MA MX NL NO NZ PL PT RO SE SN TN US'.split(
    ' ',
  );

export const currencyCodes: readonly string[] =
  'AUD BRL CAD CHF CZK DKK DZD EUR GBP HUF INR JPY MAD MXN NOK NZD PLN RON SEK TND USD XAF XOF'.split(
    ' ',
  );

/** Codes with their names in `language`, sorted by name. */
export function nameList(
  type: 'region' | 'currency',
  codes: readonly string[],
  own: string,
  language: string,
): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type });
  const order = new Intl.Collator(language);
  return [...new Set([...codes, own])]
    .map((code) => ({
      value: code,
      label: type === 'currency' ? `${names.of(code) ?? code} (${code})` : (names.of(code) ?? code),
    }))
    .sort((one, other) => order.compare(one.label, other.label));
}

/** All time zones that the machine knows, and the shop's own. */
export function zoneNames(own: string): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), own])].sort();
}
