/** Puts text into a field as if it had been typed: what undoes typing undoes it too. */
export function insertText(
  area: HTMLTextAreaElement,
  text: string,
  from = area.selectionStart,
  to = area.selectionEnd,
): void {
  area.focus();
  area.setSelectionRange(from, to);
  // Nothing else keeps the field's own history; it is old, and every engine we run in has it.
  if (document.execCommand('insertText', false, text)) return;
  area.setRangeText(text, from, to, 'end');
  area.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
