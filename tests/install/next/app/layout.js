export default function Layout({ children }) {
  return (
    <html lang="nl-NL">
      <head>
        <link rel="icon" href="data:," />
      </head>
      <body>{children}</body>
    </html>
  );
}
