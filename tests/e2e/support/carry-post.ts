import { expect, type Page } from '@playwright/test';

const secondLookMs = 2500;

/** Carries the lifted post to the next day. A key that comes faster than a hand could press it may reach
 *  the window before the lifted post listens: then it is pressed again, as a person would. */
export async function carryToNextDay(page: Page, from: string, to: string): Promise<void> {
  const over = (day: string) => page.locator(`.day-over time[datetime="${day}"]`);
  await expect(over(from)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  const moved = await over(to)
    .waitFor({ timeout: secondLookMs })
    .then(
      () => true,
      () => false,
    );
  if (!moved && (await over(from).isVisible())) await page.keyboard.press('ArrowRight');
  await expect(over(to)).toBeVisible();
}
