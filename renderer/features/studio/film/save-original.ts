/** Hands the file of an asset over, as a browser saves a download. */
export function saveOriginal(assetId: string, name: string): void {
  const link = window.document.createElement('a');
  link.href = `/media/${assetId}/original`;
  link.download = name;
  link.click();
}
