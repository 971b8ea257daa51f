import { expect, type Page } from '@playwright/test';
import { expectFits, expectNoAxe, shoot, shootForDocs, standStill } from './look-at.ts';

const sizes = [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
];
const schemes = ['light', 'dark'] as const;
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** Only these screens, while one works on them: `VITRINE_SCREENS=inbox`. */
export const isWanted = (name: string): boolean =>
  new RegExp(process.env['VITRINE_SCREENS'] ?? '').test(name);

export type Screen = {
  name: string;
  open(page: Page): Promise<void>;
  /** What shows that the screen stands; the same in every language. */
  shows: string;
  leave?(page: Page): Promise<void>;
};

/** Looks at what stands there in both sizes and both looks: it fits, breaks no rule, and is kept as a picture. */
export async function lookAround(
  page: Page,
  { screen, language, inDocs = false }: { screen: string; language: Language; inDocs?: boolean },
): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const scheme of schemes) {
      await page.emulateMedia({ colorScheme: scheme });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
      await standStill(page);
      const where = `${screen}-${size.width}-${scheme}-${language}`;
      await shoot(page, where);
      if (inDocs && where === `${screen}-1280-light-fr`) await shootForDocs(page, screen);
      await expectFits(page, where);
      // Colours differ by scheme and names by room: the fourth pairing has nothing of its own.
      if (scheme === 'light' || size === sizes[0]) await expectNoAxe(page, where);
    }
  }
}

/** Every wanted screen in one language, one after the other. */
export async function lookAtScreens(
  page: Page,
  screens: readonly Screen[],
  options: { language: Language; inDocs?: ReadonlySet<string>; takeFaults: () => string[] },
): Promise<void> {
  const { language, inDocs, takeFaults } = options;
  for (const screen of screens.filter(({ name }) => isWanted(name))) {
    await screen.open(page);
    // A tooltip of the last press would stand over the screen.
    await page.mouse.move(0, 0);
    await expect(page.locator(screen.shows).first()).toBeVisible({ timeout: 30_000 });
    await lookAround(page, { screen: screen.name, language, inDocs: inDocs?.has(screen.name) });
    await screen.leave?.(page);
    expect.soft(takeFaults(), screen.name).toEqual([]);
  }
}
