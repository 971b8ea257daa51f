/** The bad days that can be switched on. `before` leaves no effect, `after` leaves it. */
export type FaultMode =
  | 'reset-before'
  | 'timeout-before'
  | 'http500-before'
  | 'reset-after'
  | 'timeout-after'
  | 'http500-after'
  | '400-after'
  | 'html-502'
  | 'html-200'
  | 'redirect'
  | 'half-json'
  | 'success-without-id'
  | 'slow'
  | 'reset-mid-upload'
  | 'rate'
  | 'token'
  | 'perm'
  | 'policy'
  | 'error'
  | 'stale-read'
  | 'not-found-yet'
  | 'stuck-processing'
  | 'late-error'
  | 'missing-row'
  | 'dup-row'
  | 'skip-rows'
  | 'shuffle-rows'
  | 'no-paging'
  | 'repeat-page'
  | 'cursor-invalid'
  | 'unknown-field-added'
  | 'usage-ramp'
  | 'clock-skew'
  | 'lost-media'
  | 'endless'
  | 'drip';

/** Other names under which a mode is known. */
const aliases: Readonly<Record<string, FaultMode>> = {
  refuse: 'reset-before',
  'timeout-before': 'timeout-before',
  timeout: 'timeout-before',
  'slow-after': 'timeout-after',
  '500-before': 'http500-before',
  '500-after': 'http500-after',
  'http400-after': '400-after',
  html502: 'html-502',
  html: 'html-200',
  html200: 'html-200',
  '30x': 'redirect',
  '302': 'redirect',
  '307': 'redirect',
  http307: 'redirect',
  'truncated-body': 'half-json',
  'reset-mid-body': 'half-json',
  permission: 'perm',
  expired: 'token',
};

/** All of them. */
export const faultModes: readonly FaultMode[] = [
  'reset-before',
  'timeout-before',
  'http500-before',
  'reset-after',
  'timeout-after',
  'http500-after',
  '400-after',
  'html-502',
  'html-200',
  'redirect',
  'half-json',
  'success-without-id',
  'slow',
  'reset-mid-upload',
  'rate',
  'token',
  'perm',
  'policy',
  'error',
  'stale-read',
  'not-found-yet',
  'stuck-processing',
  'late-error',
  'missing-row',
  'dup-row',
  'skip-rows',
  'shuffle-rows',
  'no-paging',
  'repeat-page',
  'cursor-invalid',
  'unknown-field-added',
  'usage-ramp',
  'clock-skew',
  'lost-media',
  'endless',
  'drip',
];

/** The mode of a name, however it is spelled; undefined when there is none. */
export function faultMode(name: string): FaultMode | undefined {
  const spelled = name.toLowerCase().replaceAll('_', '-');
  return (
    faultModes.find((mode) => mode === spelled) ??
    (Object.hasOwn(aliases, spelled) ? aliases[spelled] : undefined)
  );
}

/** Modes that answer badly although the call was carried out. */
export function isAfter(mode: FaultMode): boolean {
  return [
    'reset-after',
    'timeout-after',
    'http500-after',
    '400-after',
    'half-json',
    'success-without-id',
  ].includes(mode);
}
