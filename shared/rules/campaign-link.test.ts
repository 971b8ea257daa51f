import { expect, test } from 'vitest';
import { campaignLink, derivedUtm, utmWord } from './campaign-link.ts';

const noel = { name: 'Noël à La Serre', utm: {} };
const onFacebook = { network: 'facebook', title: 'L’hibiscus rouge, les derniers !' } as const;
const own =
  'utm_source=facebook&utm_medium=social&utm_campaign=noel-a-la-serre&utm_content=l-hibiscus-rouge-les-derniers';

test.each([
  ['nothing else', 'https://laserre.example/nouveautes', `?${own}`],
  ['only a host', 'https://laserre.example', `?${own}`],
  ['spaces around', '  https://laserre.example/nouveautes ', `?${own}`],
])('adds the parameters to a link with %s', (_what, link, end) => {
  expect(campaignLink(link, noel, onFacebook)).toBe(`${link.trim()}${end}`);
});

test('keeps a query and a fragment letter by letter', () => {
  expect(campaignLink('https://x.example/a?b=%C3%A9&c#d?e', noel, onFacebook)).toBe(
    `https://x.example/a?b=%C3%A9&c&${own}#d?e`,
  );
  expect(campaignLink('https://x.example/?#top', noel, onFacebook)).toBe(
    `https://x.example/?${own}#top`,
  );
  expect(campaignLink('https://x.example/?a=1&', noel, onFacebook)).toBe(
    `https://x.example/?a=1&${own}`,
  );
});

test('a parameter that the link brings itself wins, whatever its letters', () => {
  const link = 'https://x.example/?UTM_Source=mail&utm_campaign=soldes';
  expect(campaignLink(link, noel, onFacebook)).toBe(
    `${link}&utm_medium=social&utm_content=l-hibiscus-rouge-les-derniers`,
  );
  const full = 'https://x.example/?utm_source=a&utm_medium=b&utm_campaign=c&utm_content=d';
  expect(campaignLink(full, noel, onFacebook)).toBe(full);
});

test('what the merchant wrote takes the place of what is derived, and is encoded', () => {
  const campaign = { name: 'Noël', utm: { medium: 'réseaux & co', content: '  ' } };
  expect(campaignLink('https://x.example/', campaign, { network: 'instagram', title: '' })).toBe(
    'https://x.example/?utm_source=instagram&utm_medium=r%C3%A9seaux%20%26%20co&utm_campaign=noel',
  );
});

test.each(['', 'laserre.example', 'mailto:a@b.example', 'javascript:alert(1)', 'https://a b'])(
  'leaves %j as it is: it is no web address',
  (link) => {
    expect(campaignLink(link, noel, onFacebook)).toBe(link);
  },
);

test('twice is once', () => {
  const once = campaignLink('https://x.example/a', noel, onFacebook);
  expect(campaignLink(once, noel, onFacebook)).toBe(once);
});

test('derives words that every counter reads', () => {
  expect(utmWord('  Été — 20 % de Œillets  ', 60)).toBe('ete-20-de-oeillets');
  expect(utmWord('!!!', 60)).toBe('');
  expect(utmWord('ab cd', 3)).toBe('ab');
  expect(
    derivedUtm({ name: 'Fête des mères' }, { network: 'instagram', title: 'Pivoines' }),
  ).toEqual({
    source: 'instagram',
    medium: 'social',
    campaign: 'fete-des-meres',
    content: 'pivoines',
  });
});
