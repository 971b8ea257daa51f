// Contact sheets of the picture templates, as docs/templates.md shows them: each twice, with a short and
// a long name, in five shapes. node scripts/docs/template-sheets.ts <folder> [sheet …]
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import {
  drawSample,
  loadFonts,
  sampleAssets,
  sampleBrand,
  samplePhotos,
} from '../../tests/support/scene-samples.ts';
import { fullSlots, longTitle, templatePhotos } from '../../tests/support/template-samples.ts';
import type { PictureTemplate } from '../../shared/scene/template.ts';
import { pictureTemplates } from '../../shared/scene/templates.ts';

/** The fifth shows paper and slides as well and is put together by hand. */
const sheets: Record<string, readonly string[]> = {
  '1': ['arche', 'affiche', 'herbier', 'etiquette', 'soldes'],
  '2': ['pastille', 'chiffre', 'nouveau', 'recit', 'etapes'],
  '3': ['avis', 'avant-apres', 'grille', 'couverture', 'horaires'],
  '4': ['cadeau', 'evenement', 'concours', 'sondage'],
};
const formats = ['1:1', '4:5', '9:16', '2:3', '1.91:1'] as const;
const sale = { oldPrice: '29,90\u00A0€', percentOff: 17 };
const wordings = [
  { title: 'Hibiscus rouge', photo: templatePhotos.dark, ...sale },
  { title: longTitle, photo: templatePhotos.busy, price: '1\u202F249,00\u00A0€' },
];
const tallPx = 130;
const gapPx = 7;

const [folder = 'docs/screens', ...wished] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const fonts = loadFonts();
for (const [name, ids] of Object.entries(sheets))
  if (wished.length === 0 || wished.includes(name)) await drawSheet(name, ids);

async function drawSheet(name: string, ids: readonly string[]): Promise<void> {
  const tiles: OverlayOptions[] = [];
  let width = 0;
  for (const [row, id] of ids.entries()) {
    const template = pictureTemplates.find((one) => one.id === id);
    if (!template) throw new Error(`there is no template ${id}`);
    const line = await tilesOf(template, gapPx + row * (tallPx + gapPx));
    tiles.push(...line.tiles);
    width = Math.max(width, line.endPx);
  }
  const height = gapPx + ids.length * (tallPx + gapPx);
  await sharp({ create: { width, height, channels: 3, background: '#FAF8F5' } })
    .composite(tiles)
    .jpeg({ quality: 82, mozjpeg: true })
    .toFile(join(folder, `templates-${name}.jpg`));
}

async function tilesOf(template: PictureTemplate, top: number) {
  const tiles: OverlayOptions[] = [];
  let endPx = gapPx;
  for (const words of wordings)
    for (const format of formats) {
      const scene = template.fill(fullSlots(words), format, sampleBrand);
      const assets = sampleAssets(scene, fonts, await samplePhotos(scene));
      const raw = { width: scene.widthPx, height: scene.heightPx, channels: 4 } as const;
      const widePx = Math.round((tallPx * scene.widthPx) / scene.heightPx);
      const pixels = drawSample(scene, assets).data();
      const input = await sharp(pixels, { raw }).resize(widePx, tallPx).png().toBuffer();
      tiles.push({ input, left: endPx, top });
      endPx += widePx + gapPx;
    }
  return { tiles, endPx };
}
