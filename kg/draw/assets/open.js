(() => {
'use strict';

/** What the page carries compressed, as a stream of bytes. */
function unpacked(text) {
  const bytes = Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  // Written straight into the stream: a Blob would go through another process, and the page would wait for it.
  const { readable, writable } = new DecompressionStream('deflate');
  const writer = writable.getWriter();
  writer.write(bytes);
  writer.close();
  return new Response(readable);
}

/** Unpack vis-network, which is most of the page, and what is drawn; then begin. The policy only lets it run if it is the one we packed. */
async function open(begin) {
  if (!window.DecompressionStream) {
    // A browser too old for the picture still has the tables.
    document.querySelector('main').classList.add('begun', 'ready');
    return;
  }
  const [packedCode, packedData] = ['library', 'data'].map((id) => unpacked(document.getElementById(id).textContent));
  const [code, data] = await Promise.all([packedCode.text(), packedData.json()]);
  // From here to the picture without a pause, in which the browser would lay out and paint half a page.
  const library = document.createElement('script');
  library.textContent = code;
  document.head.append(library);
  document.querySelector('main').classList.add('begun');
  begin(data);
}

