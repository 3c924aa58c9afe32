/** As which edition the page was built: for a web server, as one file to be opened by itself, or for development. */
export const edition: 'site' | 'one-file' | 'development' =
  import.meta.env.MODE === 'one-file' ? 'one-file' : import.meta.env.PROD ? 'site' : 'development';
