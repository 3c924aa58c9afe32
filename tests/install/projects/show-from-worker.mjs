const worker = new Worker(new URL('./in-worker.mjs', import.meta.url), { type: 'module' });
worker.onmessage = ({ data }) => {
  document.querySelector('pre').textContent = JSON.stringify(data);
};
