/** At or under this many pieces the merchant hears of it. */
export const lowStockMost = 2;

export function isLowStock(stock: number): boolean {
  return stock <= lowStockMost;
}
