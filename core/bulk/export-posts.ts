import type { CalendarRange } from '../../shared/contract/posts.ts';
import { bulkField } from '../../shared/contract/bulk.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { writeCsv, writeXlsx } from '../tables/write-table.ts';
import type { BulkUses } from './bulk-uses.ts';
import { ownHeaders } from './column-names.ts';
import { accountFinder } from './find-account.ts';
import { mediumFinder } from './find-medium.ts';
import { writeRow, type WriteContext } from './write-row.ts';
import { columnWidths, mimes, type WrittenFile } from './written-file.ts';

export type ExportAsked = {
  format: 'csv' | 'xlsx';
  range?: CalendarRange | undefined;
  postIds?: string[] | undefined;
  drafts?: boolean | undefined;
};
/** Posts as a table that this studio reads back without loss. */
export async function exportPosts(
  { say, clock }: FeatureTools,
  uses: BulkUses,
  asked: ExportAsked,
  language: Language,
): Promise<WrittenFile & { posts: number }> {
  const { range, drafts } = asked;
  const planned = asked.postIds ?? (range ? uses.posts.idsIn(range) : []);
  const postIds = [...new Set([...planned, ...(drafts ? uses.posts.draftIds() : [])])];
  const context = writeContext(uses, language);
  const headers = ownHeaders[language];
  const rows = postIds.flatMap((id) => {
    const post = uses.posts.read(id);
    if (!post) return [];
    const cells = writeRow(post, context);
    return [bulkField.options.map((field) => cells[field] ?? '')];
  });
  const table = [bulkField.options.map((field) => headers[field]), ...rows];
  const day = new Date(clock.now()).toISOString().slice(0, 10);
  const name = `${say(language, 'bulk:file.export')}-${day}.${asked.format}`;
  const bytes =
    asked.format === 'csv'
      ? writeCsv(table, language === 'fr' ? ';' : ',')
      : await writeXlsx([
          { name: say(language, 'bulk:file.sheet'), rows: table, widths: columnWidths },
        ]);
  return { name, mime: mimes[asked.format], base64: bytes.toString('base64'), posts: rows.length };
}

function writeContext(uses: BulkUses, language: Language): WriteContext {
  const accounts = uses.accounts();
  const campaigns = uses.campaigns();
  const library = uses.mediaNames();
  const names = new Map(library.map(({ assetId, name }) => [assetId, name]));
  return {
    language,
    accounts: accountFinder(accounts),
    media: mediumFinder({ files: [], library, findSku: uses.findSku, isAsset: () => false }),
    readAccount: (id) => accounts.find((account) => account.id === id),
    nameOf: (assetId) => names.get(assetId),
    readProduct: (id) => uses.readProducts([id])[0],
    campaignName(id) {
      const name = campaigns.find((one) => one.id === id)?.name;
      return campaigns.filter((one) => one.name === name).length === 1 ? name : id;
    },
  };
}
