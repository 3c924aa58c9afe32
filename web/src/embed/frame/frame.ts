// For portals without a bundler: their side of embed.html in one file.
export { openFrame, protocol } from 'partnercheck/frame';
