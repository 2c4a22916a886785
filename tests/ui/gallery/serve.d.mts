import type { PreviewServer } from "vite";

export function serveGallery(): Promise<{ server: PreviewServer; base: string }>;
