import { z } from 'zod';
import { clientId, empty, id, mediaUrl, ok, procedure } from './shapes.ts';

/** A font that the merchant brought. */
export const ownFont = z.object({
  id,
  /** By which scenes name it: `own:<id>`. */
  family: z.string(),
  /** As its maker calls it. */
  name: z.string(),
  weight: z.number().int(),
  style: z.enum(['normal', 'italic']),
  /** Letters of French that it lacks; they are drawn in another font. */
  missing: z.string(),
  /** What its maker allows beyond pictures: `restricted` is not to be put into files. */
  embedding: z.enum(['free', 'preview', 'restricted']),
  sizeBytes: z.number().int(),
  /** Said at its import: it holds many weights, of which its usual one is drawn. */
  variable: z.literal(true).optional(),
});
export type OwnFont = z.infer<typeof ownFont>;

/** sRGB, as `#24402F`. */
const colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/);
export const brandColours = z.object({ ground: colour, paper: colour, accent: colour });
export type BrandColours = z.infer<typeof brandColours>;

/** How a price stands on pictures: bare, on a paper tag, on a round ground. */
export const priceStyle = z.enum(['plain', 'tag', 'round']);
export type PriceStyle = z.infer<typeof priceStyle>;

/** Families of `families`, for titles and for everything else. */
export const fontPair = z.object({
  title: z.string().min(1).max(80),
  text: z.string().min(1).max(80),
});
export type FontPair = z.infer<typeof fontPair>;

export const watermarkPlace = z.enum([
  'top-left',
  'top-right',
  'bottom-left',
  'bottom-right',
  'bottom-center',
  'center',
]);
/** A quiet mark on every picture: words, or the logo. */
export const brandWatermark = z
  .object({
    text: z.string().trim().min(1).max(60).optional(),
    /** The logo instead of words; without a logo picture its text stands. */
    useLogo: z.literal(true).optional(),
    place: watermarkPlace,
    opacity: z.number().min(0.1).max(1),
  })
  .refine((mark) => mark.text !== undefined || mark.useLogo);
export type BrandWatermark = z.infer<typeof brandWatermark>;

export const brandLogo = z.object({
  assetId: id,
  url: mediaUrl,
  /** Width by height. */
  ratio: z.number(),
  /** The picture that it was trimmed from, while that is still there. */
  originalAssetId: id.optional(),
  /** Of its larger parts, once they were looked at: on grounds like these it stands on a plate. */
  colours: z.array(z.string()).optional(),
});

/** One family that pictures can be set in. */
export const fontFamily = z.object({
  family: z.string(),
  name: z.string(),
  source: z.enum(['bundled', 'own']),
  /** What it looks like; of the merchant's own nothing is known. */
  kind: z.enum(['serif', 'sans', 'hand', 'display']).optional(),
  /** Letters of French that it lacks. */
  missing: z.string(),
  /** A file of it, for showing its name in its own letters. */
  url: mediaUrl,
});
export type FontFamilyChoice = z.infer<typeof fontFamily>;

/** Two colours of the kit that stand on each other and can hardly be read. Templates put that right by
 *  themselves; with the suggestion the pictures have the colours that the kit shows. */
export const colourAdvice = z.object({
  pair: z.tuple([z.enum(['ground', 'paper', 'accent']), z.enum(['ground', 'paper', 'accent'])]),
  /** Contrast, 1 to 21; 4.5 is wanted. */
  ratio: z.number(),
  /** Changing this one colour is enough: the nearest in the same hue. Nothing when none would do. */
  suggestion: z.object({ name: z.enum(['ground', 'paper', 'accent']), colour }).optional(),
});
export type ColourAdvice = z.infer<typeof colourAdvice>;

/** What a kit can be changed in; what is left out stays, `null` takes away. */
export const brandPatch = z.object({
  logoText: z.string().max(60).optional(),
  logoAssetId: id.nullable().optional(),
  logoDarkAssetId: id.nullable().optional(),
  colours: brandColours.partial().optional(),
  fonts: fontPair.nullable().optional(),
  priceStyle: priceStyle.nullable().optional(),
  watermark: brandWatermark.nullable().optional(),
  /** A further shop gives up its own kit and takes the first shop's again; nothing else is looked at. */
  inherited: z.literal(true).optional(),
});
export type BrandPatch = z.infer<typeof brandPatch>;

export const kit = z.object({
  shopId: id,
  /** The first shop's: this one has none of its own. */
  inherited: z.boolean(),
  logoText: z.string(),
  logo: brandLogo.optional(),
  /** For dark grounds; without it `logo` stands there too. */
  logoDark: brandLogo.optional(),
  colours: brandColours,
  /** Without them each template keeps its own. */
  fonts: fontPair.optional(),
  priceStyle: priceStyle.optional(),
  watermark: brandWatermark.optional(),
  advice: z.array(colourAdvice),
  families: z.array(fontFamily),
  /** Families that suit each other. */
  fontPairs: z.array(fontPair),
});
export type Kit = z.infer<typeof kit>;

/** The kit after a change. `before` handed to `brand/set` puts everything back as it was. */
const changedKit = kit.extend({ before: brandPatch });

const palette = z.object({
  /** The one seen most first; `share` of the picture. */
  colours: z.array(z.object({ colour, share: z.number() })),
  /** A kit's colours made of them, in which everything can be read. */
  proposal: brandColours,
});
export type PaletteAnswer = z.infer<typeof palette>;

export const brand = {
  /** The look of a shop; of the first one without `shopId`. */
  get: procedure('/brand/get')
    .input(z.object({ shopId: id.optional() }).optional())
    .output(kit),
  /** Changes what the patch names. A further shop that took the first one's kit then has its own. */
  set: procedure('/brand/set')
    .input(z.object({ shopId: id.optional(), patch: brandPatch, clientId }))
    .output(changedKit),
  /** Makes a logo of an upload or of a picture of the library. `trim` takes plain or transparent edges
   *  away in a copy; the picture itself stays as it came. */
  importLogo: procedure('/brand/importLogo')
    .input(
      z
        .object({
          shopId: id.optional(),
          uploadId: id.optional(),
          assetId: id.optional(),
          kind: z.enum(['light', 'dark']),
          trim: z.boolean(),
          clientId,
        })
        .refine((one) => (one.uploadId === undefined) !== (one.assetId === undefined)),
    )
    .output(
      changedKit.extend({
        /** The picture that came in, untrimmed. */
        originalAssetId: id,
        trimmed: z.boolean(),
        /** `small` when it will look soft where a logo stands large. */
        notes: z.array(z.enum(['small'])),
      }),
    ),
  /** The colours of a logo or a photo, and a kit's colours made of them. */
  palette: procedure('/brand/palette')
    .input(z.object({ assetId: id }))
    .output(palette),
  fonts: procedure('/brand/fonts')
    .input(empty)
    .output(z.object({ fonts: z.array(ownFont) })),
  /** Takes an uploaded TrueType or OpenType file once it has been read as one. */
  importFont: procedure('/brand/importFont')
    .input(z.object({ uploadId: id, clientId }))
    .output(ownFont),
  /** Pictures that were made keep their letters; new ones are set in Inter instead. */
  removeFont: procedure('/brand/removeFont')
    .input(z.object({ fontId: id, clientId }))
    .output(ok),
};
