import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const entry = JSON.stringify(join(import.meta.dirname, 'outlive-rejections.ts'));

function run(program: string) {
  const source = `import { outliveRejections } from ${entry};
    outliveRejections((error) => console.log('reported', error.message));
    ${program}`;
  const args = ['--input-type=module', '--eval', source];
  return spawnSync(process.execPath, args, { encoding: 'utf8' });
}

it('goes on after a promise that nobody listens to, and reports it', () => {
  const ended = run(
    "void Promise.reject(new Error('lost')); setImmediate(() => console.log('on'));",
  );
  expect(ended.stdout).toBe('reported lost\non\n');
  expect(ended.status).toBe(0);
});

it('ends on an error that was thrown', () => {
  const ended = run("setImmediate(() => { throw new Error('broken'); });");
  expect(ended.status).toBe(1);
});
