(() => {
'use strict';

/** What the page carries compressed, as bytes. */
function unpacked(text) {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).arrayBuffer();
}

/** Unpack vis-network, which is most of the page, then begin. The policy only lets it run if it is the one we packed. */
async function open(begin) {
  const library = document.createElement('script');
  library.textContent = new TextDecoder().decode(await unpacked(document.getElementById('library').textContent));
  document.head.append(library);
  begin();
}

