import { z } from 'zod';
import { calendarRange } from './posts.ts';
import { procedure } from './shapes.ts';

export const paper = {
  /** A month of the calendar on A4 pages, as a PDF: the days, then every caption. Narrowed as a calendar
   *  is; `zone` is that of the first shop unless named. */
  month: procedure('/paper/month')
    .input(
      calendarRange
        .omit({ from: true, to: true })
        .extend({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
    )
    .output(
      z.object({
        name: z.string(),
        mime: z.literal('application/pdf'),
        base64: z.string(),
        pages: z.number().int(),
        posts: z.number().int(),
      }),
    ),
};
