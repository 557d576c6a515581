import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isSelfContained } from '../../../src/export/picture.ts';

const CHARTS = path.join(import.meta.dirname, '../../golden/charts');

describe('a picture for others', () => {
  it('may refer to its own parts', () => {
    assert.ok(isSelfContained('<svg><use href="#dot"/><rect fill="url(#stripes)"/></svg>'));
    assert.ok(isSelfContained('<svg><rect style="fill:url(&quot;#stripes&quot;)"/></svg>'));
  });

  for (const wrong of [
    '<svg><script>1</script></svg>',
    '<svg onload="x()"></svg>',
    '<svg><foreignObject/></svg>',
    '<svg><image href="https://example.invalid/x.png"/></svg>',
    '<svg><rect fill="url(https://example.invalid/x)"/></svg>',
    '<svg><style>@import "https://example.invalid/x.css";</style></svg>',
    '<p>no picture</p>',
  ])
    it(`is not ${wrong}`, () => assert.ok(!isSelfContained(wrong)));

  it('is every chart that we draw', () => {
    const files = readdirSync(CHARTS).filter(name => name.endsWith('.svg') && !name.includes('.actual.'));
    assert.ok(files.length > 20);
    for (const file of files) assert.ok(isSelfContained(readFileSync(path.join(CHARTS, file), 'utf8')), file);
  });
});
