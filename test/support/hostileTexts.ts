/** Texts that a repository could hold to mislead who reads on a screen, in a comment or in a document. */
export const HOSTILE = {
  'a terminal escape': 'a\u001b[2J\u001b]0;title\u0007b',
  'control characters': 'a\u0000\u0008\u007f\u009bb',
  'a line separator': 'a\u2028b\u2029c',
  'a right-to-left override': 'a\u202etxt.exe\u202c\u2066b\u2069\u061c',
  'half a character': 'a\ud800b\udfff',
  'a very long text': 'long '.repeat(20_000),
  'a mention': 'ask @alice, @org/team and cc:@bob',
  HTML: '<img src=x onerror=alert(1)> <!-- x --> </details><script>',
  'a link': '[click](https://evil.example/) ![pixel](https://evil.example/p.png) <https://evil.example>',
  'a command': '/close\n/assign @alice',
  placeholders: '{0} {{1}} ${{ secrets.TOKEN }} $x^2$',
  'a table and a fence': '| a | b |\n|---|---|\n```sh\nrm\n```\n~~~',
} as const;
