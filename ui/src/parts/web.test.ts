import { expect, test } from 'vitest';
import { web } from './web';

test('links go out to the web alone', () => {
  expect(web('https://www.un.org/press/x')).toBe('https://www.un.org/press/x');
  expect(web('HTTP://example.org')).toBe('HTTP://example.org');
  for (const url of [undefined, '', 'javascript:alert(1)//https://a', ' javascript:alert(1)', 'data:text/html,x', '//example.org', 'https:example.org', '/missions', 'java\nscript:x', '\u202Ehttps://a'])
    expect(web(url)).toBeUndefined();
});
