'use client';
import { useEffect, useState } from 'react';
import { decide } from '../inline.mjs';

export function Shown() {
  const [decided, setDecided] = useState();
  useEffect(() => {
    decide().then(setDecided);
  }, []);
  return <pre id="client">{JSON.stringify(decided)}</pre>;
}
