import { z } from 'zod';

/** What a person reads first when a run failed: which test, and the first lines of why. */
export type Failure = { test: string; why: string };

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string().default(''),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** The failures of a vitest JSON report, files that broke before their first test among them. */
export function vitestFailures(json: string): Failure[] {
  const { testResults } = vitestReport.parse(JSON.parse(json));
  return testResults.flatMap((file) => {
    if (file.status === 'failed' && file.assertionResults.length === 0)
      return [{ test: file.name, why: firstLines(file.message) }];
    return file.assertionResults
      .filter((one) => one.status === 'failed')
      .map((one) => ({
        test: `${file.name}: ${one.fullName}`,
        why: firstLines(one.failureMessages?.[0] ?? ''),
      }));
  });
}

const spec = z.object({
  title: z.string(),
  file: z.string().default(''),
  tests: z.array(
    z.object({
      status: z.string(),
      results: z.array(z.object({ error: z.object({ message: z.string() }).optional() })),
    }),
  ),
});
type Suite = { specs: z.infer<typeof spec>[]; suites: Suite[] };
const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({ specs: z.array(spec).default([]), suites: z.array(suite).default([]) }),
);
const playwrightReport = z.object({
  suites: z.array(suite).default([]),
  errors: z.array(z.object({ message: z.string().default('') })).default([]),
});

/** The tests of a Playwright JSON report that ended as `status`; errors outside any test count as
 *  failures. */
export function playwrightTests(json: string, status: 'unexpected' | 'flaky'): Failure[] {
  const report = playwrightReport.parse(JSON.parse(json));
  const inside = report.suites.flatMap(specsOf).flatMap((one) =>
    one.tests
      .filter((test) => test.status === status)
      .map((test) => ({
        test: `${one.file}: ${one.title}`,
        why: firstLines(test.results.find((result) => result.error)?.error?.message ?? ''),
      })),
  );
  const outside = report.errors.map(({ message }) => ({
    test: 'outside any test',
    why: firstLines(message),
  }));
  return status === 'flaky' ? inside : [...inside, ...outside];
}

function specsOf({ specs, suites }: Suite): Suite['specs'] {
  return [...specs, ...suites.flatMap(specsOf)];
}

const most = 6;

/** Without the colours of a terminal. */
function firstLines(text: string): string {
  // eslint-disable-next-line no-control-regex
  const plain = text.replaceAll(/\u001b\[[0-9;]*m/g, '');
  return plain
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, most)
    .join('\n');
}
