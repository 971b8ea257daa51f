/** Prices as they were quoted or as they are, in minor units. */
export type Prices = { priceMinor: number; salePriceMinor?: number | null | undefined };

/** What a customer pays: a sale price that is no lower is none. */
function paidMinor({ priceMinor, salePriceMinor }: Prices): number {
  return salePriceMinor != null && salePriceMinor < priceMinor ? salePriceMinor : priceMinor;
}

/** From which price to which one, when what was quoted holds no longer. Where the customer pays the
 *  same, the price it is compared with may have changed. */
export function priceChange(
  quoted: Prices,
  now: Prices,
): { fromMinor: number; toMinor: number } | undefined {
  const [fromMinor, toMinor] = [paidMinor(quoted), paidMinor(now)];
  if (fromMinor !== toMinor) return { fromMinor, toMinor };
  const isOnSale = paidMinor(now) < now.priceMinor || paidMinor(quoted) < quoted.priceMinor;
  return isOnSale && quoted.priceMinor !== now.priceMinor
    ? { fromMinor: quoted.priceMinor, toMinor: now.priceMinor }
    : undefined;
}
