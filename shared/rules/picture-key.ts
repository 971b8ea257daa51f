/** Names one picture of a batch: the same for the same product, template and format. */
export function pictureKey({
  productId,
  templateId,
  format,
}: {
  productId: string;
  templateId: string;
  format: string;
}): string {
  return `${productId} ${templateId} ${format}`;
}
