// The package's own types do not stand under the name that is imported.
declare module 'libheif-js/libheif-wasm/libheif-bundle.mjs' {
  /** As much of libheif's C interface as is used; numbers are addresses in its memory, and a call that
   *  may fail writes its error (code, subcode, words) to its first one. */
  export type Libheif = {
    HEAPU8: Uint8Array;
    _malloc(sizeBytes: number): number;
    _heif_context_alloc(): number;
    _heif_context_get_security_limits(context: number): number;
    _heif_context_read_from_memory(
      error: number,
      context: number,
      bytes: number,
      sizeBytes: number,
      options: number,
    ): void;
    _heif_context_get_primary_image_handle(error: number, context: number, handle: number): void;
    _heif_image_handle_get_width(handle: number): number;
    _heif_image_handle_get_height(handle: number): number;
    _heif_image_handle_has_alpha_channel(handle: number): number;
    _heif_image_handle_get_raw_color_profile_size(handle: number): number;
    _heif_image_handle_get_raw_color_profile(error: number, handle: number, bytes: number): void;
    _heif_image_handle_get_nclx_color_profile(error: number, handle: number, nclx: number): void;
    _heif_decode_image(
      error: number,
      handle: number,
      image: number,
      colourspace: number,
      chroma: number,
      options: number,
    ): void;
    _heif_image_handle_get_image_tiling(
      error: number,
      handle: number,
      isUpright: number,
      tiling: number,
    ): void;
    _heif_image_handle_decode_image_tile(
      error: number,
      handle: number,
      image: number,
      colourspace: number,
      chroma: number,
      options: number,
      column: number,
      row: number,
    ): void;
    _heif_image_release(image: number): void;
    _heif_image_get_width(image: number, channel: number): number;
    _heif_image_get_height(image: number, channel: number): number;
    _heif_image_get_plane_readonly(image: number, channel: number, stride: number): number;
  };
  export default function load(options?: unknown): Promise<Libheif> | Libheif;
}
