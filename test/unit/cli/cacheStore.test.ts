import assert from 'node:assert/strict';
import { cacheFolder } from '../../../src/cli/cacheStore.ts';

describe('the command line’s cache folder', () => {
  it('is where the system keeps such things', () => {
    const home = { HOME: '/home/x', LOCALAPPDATA: 'C:\\Users\\x\\AppData\\Local' };
    assert.equal(cacheFolder(home, 'linux'), '/home/x/.cache/outcome-lens');
    assert.equal(cacheFolder(home, 'darwin'), '/home/x/Library/Caches/outcome-lens');
    assert.equal(cacheFolder(home, 'win32'), 'C:\\Users\\x\\AppData\\Local\\outcome-lens\\Cache');
  });

  it('is below XDG_CACHE_HOME where that is an absolute path', () => {
    for (const platform of ['linux', 'darwin'] as const)
      assert.equal(cacheFolder({ HOME: '/home/x', XDG_CACHE_HOME: '/caches' }, platform), '/caches/outcome-lens');
    assert.equal(cacheFolder({ XDG_CACHE_HOME: 'D:\\c' }, 'win32'), 'D:\\c\\outcome-lens');
    assert.equal(cacheFolder({ HOME: '/home/x', XDG_CACHE_HOME: 'caches' }, 'linux'), '/home/x/.cache/outcome-lens');
  });

  it('is nowhere when the environment names none', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) assert.equal(cacheFolder({}, platform), null);
  });
});
