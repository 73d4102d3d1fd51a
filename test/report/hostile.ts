/** What a file name or a note could bring along: markup, script, quotes, line separators, terminal commands, a formula. */
export const hostile =
  '=HYPERLINK("x")</script><script>alert(1)</script><img src=x onerror=alert(2)>\'`${1}`&amp;\u2028\u2029\u001b[31mred\u001b]0;title\u0007\u0000\r\nnext';
