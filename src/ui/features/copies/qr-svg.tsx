import { QR_QUIET_MODULES, qrModules, qrPath } from "../../../copies/qr/qr-code.ts";

/** Black on white in every theme, with the white around it that readers need. `hex`: 64 characters. */
export function QrSvg({ hex, label }: { hex: string; label: string }) {
  const modules = qrModules(hex);
  const side = modules.length + 2 * QR_QUIET_MODULES;
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`${-QR_QUIET_MODULES} ${-QR_QUIET_MODULES} ${side} ${side}`}
      shape-rendering="crispEdges"
    >
      <rect x={-QR_QUIET_MODULES} y={-QR_QUIET_MODULES} width={side} height={side} fill="#ffffff" />
      <path d={qrPath(modules)} fill="#000000" />
    </svg>
  );
}
