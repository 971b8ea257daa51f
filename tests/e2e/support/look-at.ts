import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';

const root = resolve(import.meta.dirname, '../../..');
const screens = join(root, 'artefacts/screens');
const forDocs = join(root, 'docs/screens');

/** Keeps what is on screen as `artefacts/screens/<name>.png`. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(screens, { recursive: true });
  await page.waitForFunction(() => {
    const images = [...document.images].every((one) => one.complete || one.loading === 'lazy');
    // A canvas has this size before anything is drawn on it.
    const drawn = [...document.querySelectorAll('canvas')].every(
      (one) => one.width !== 300 || one.height !== 150,
    );
    return images && drawn && document.querySelector('.sk') === null;
  });
  await page.screenshot({ path: join(screens, `${name}.png`), animations: 'disabled' });
}

/** Renews the picture of a screen that the docs show, where `VITRINE_DOCS_SCREENS` asks for it: a run of
 *  the tests leaves the checkout as it was. */
export async function shootForDocs(page: Page, name: string): Promise<void> {
  if (!process.env['VITRINE_DOCS_SCREENS']) return;
  mkdirSync(forDocs, { recursive: true });
  const bytes = await page.screenshot({ animations: 'disabled' });
  await sharp(bytes)
    .png({ palette: true, quality: 90, effort: 10 })
    .toFile(join(forDocs, `${name}.png`));
}

/** No rule of accessibility is broken by what is on screen. */
export async function expectNoAxe(page: Page, where: string): Promise<void> {
  const builder = new AxeBuilder({ page }).setLegacyMode();
  // An open menu stands outside the page's landmarks, as dialogs do, which the rule knows.
  if (await page.locator('[role=menu]').first().isVisible()) builder.disableRules(['region']);
  const { violations } = await builder.analyze();
  const said = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n  ${nodes
        .slice(0, 4)
        .map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`)
        .join('\n  ')}`,
  );
  expect.soft(said, `axe: ${where}`).toEqual([]);
}

/** What a new size sets in motion has been laid out, and what moves has come to its end. */
export async function standStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame++)
      await new Promise((painted) => requestAnimationFrame(painted));
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((one) => one.finished));
  });
}

/** The page fits the window, nothing runs out of it at the right, what floats is whole, and no word of a button,
 *  tab or label is cut. */
export async function expectFits(page: Page, where: string): Promise<void> {
  await standStill(page);
  const found = await page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    const words = document.querySelectorAll('button, [role=tab], [role=radio], label, h1, h2');
    const cut = [...words].filter((element) => {
      const { clientWidth, scrollWidth } = element;
      if (clientWidth === 0 || element.closest('.hidden-text, .cut, [inert]')) return false;
      // Names that people gave may end in an ellipsis: those carry the class that says so.
      if (element.querySelector('.cut') || element.classList.contains('cut')) return false;
      return scrollWidth > clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible';
    });
    const floats = document.querySelectorAll('[role=menu], [role=dialog], .option-list');
    const tell = (element: Element) =>
      `${element.tagName} .${element.className} “${element.textContent?.trim().slice(0, 60)}”`;
    return {
      wide,
      cut: cut.map(tell),
      spilling: [...words].filter(spills).map(tell),
      floating: [...floats].filter(isBeyond).map(tell),
      outside: [...document.body.querySelectorAll('*')].filter(isOutside).slice(0, 5).map(tell),
    };

    /** Runs out at the right, where a screen that scrolls by itself, or hides what is too wide, keeps
     *  the page from growing: nobody can bring that part into sight. */
    function isOutside(element: Element): boolean {
      const { width, right } = element.getBoundingClientRect();
      if (width === 0 || right <= window.innerWidth + 1 || isClipped(element)) return false;
      if (element.closest('[inert]') || getComputedStyle(element).visibility === 'hidden')
        return false;
      for (let frame = element.parentElement; frame; frame = frame.parentElement) {
        const { overflowX } = getComputedStyle(frame);
        if (overflowX !== 'visible' && frame.getBoundingClientRect().right <= window.innerWidth + 1)
          return frame.classList.contains('shell-main') || frame === document.body;
      }
      return true;
    }

    /** A menu, a dialog or a list of offers of which a part lies above or below the window. */
    function isBeyond(element: Element): boolean {
      const { height, top, bottom } = element.getBoundingClientRect();
      return height > 0 && (top < -1 || bottom > window.innerHeight + 1);
    }

    /** Words for those who hear the screen. */
    function isClipped(element: Element | null): boolean {
      return (
        element !== null &&
        (getComputedStyle(element).clipPath !== 'none' || isClipped(element.parentElement))
      );
    }

    /** Words that run out of their button and over its neighbour, or are hidden by its end. */
    function spills(element: Element): boolean {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || element.querySelector('.cut') || element.closest('.cut, .hidden-text'))
        return false;
      const range = document.createRange();
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        if (isClipped(texts.currentNode.parentElement)) continue;
        range.selectNodeContents(texts.currentNode);
        const inner = range.getBoundingClientRect();
        if (inner.width > 0 && (inner.right > box.right + 1 || inner.left < box.left - 1))
          return true;
      }
      return false;
    }
  });
  expect
    .soft(found, `fits: ${where}`)
    .toEqual({ wide: Math.min(found.wide, 0), cut: [], spilling: [], floating: [], outside: [] });
}

/** Where the keyboard stands can be seen: a ring, or whatever else the focus draws around. */
export async function expectFocusSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return 'nothing has the focus';
    const framed = [
      element,
      ...element.children,
      element.closest('.field'),
      // The box for an answer is a form that carries the ring of its field.
      element.closest('form'),
      element.parentElement,
    ].some((one) => {
      if (!one) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    });
    return framed ? 'seen' : `no ring on ${element.outerHTML.slice(0, 160)}`;
  });
  expect(seen).toBe('seen');
}
