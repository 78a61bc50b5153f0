#include "service/paper/paper.h"

#include <array>
#include <numbers>

#include <cairo-pdf.h>
#include <cairo.h>
#include <pango/pangocairo.h>

#include "catalog/result.h"

namespace kring::service {
namespace {

/// Of Debian's fonts-noto-core; Pango takes for each letter the first that has it.
constexpr const char* kFonts = "Noto Sans, Noto Sans Arabic, Noto Sans Ethiopic";
constexpr float kLineSpacing = 0.93F;  ///< of the font's own distance, which is 1.36 times its size
constexpr double kCorner = 6;          ///< radius
constexpr double kThin = 0.8;
constexpr double kThick = 2;

struct Colour {
  double red;
  double green;
  double blue;
};
constexpr std::array<Colour, 5> kInks = {
    {{0.09, 0.13, 0.12}, {0.27, 0.32, 0.31}, {0.04, 0.36, 0.33}, {0.54, 0.18, 0.00}, {1, 1, 1}}};
constexpr Colour kTint = {0.92, 0.96, 0.95};
constexpr Colour kLine = {0.73, 0.78, 0.76};
constexpr std::array<const char*, 4> kTags = {"P", "H1", "H2", "H3"};

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class Object>
using Owned = std::unique_ptr<Object, Unref>;

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): Cairo's bytes are unsigned
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

void use(cairo_t* context, const Colour& colour) {
  cairo_set_source_rgb(context, colour.red, colour.green, colour.blue);
}

void trace_round(cairo_t* context, const Box& box) {
  const double quarter = std::numbers::pi / 2;
  const double right = box.left + box.width - kCorner;
  const double bottom = box.top + box.height - kCorner;
  cairo_new_sub_path(context);
  cairo_arc(context, right, box.top + kCorner, kCorner, -quarter, 0);
  cairo_arc(context, right, bottom, kCorner, 0, quarter);
  cairo_arc(context, box.left + kCorner, bottom, kCorner, quarter, 2 * quarter);
  cairo_arc(context, box.left + kCorner, box.top + kCorner, kCorner, 2 * quarter, 3 * quarter);
  cairo_close_path(context);
}

void hang(PangoLayout* layout, double by) {
  const int width = static_cast<int>(by * PANGO_SCALE);
  const std::unique_ptr<PangoTabArray, decltype(&pango_tab_array_free)> tabs(
      pango_tab_array_new_with_positions(1, FALSE, PANGO_TAB_LEFT, width), pango_tab_array_free);
  pango_layout_set_tabs(layout, tabs.get());
  pango_layout_set_indent(layout, -width);
}

}  // namespace

struct Paper::Parts {
  std::string bytes;
  std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface;
  std::unique_ptr<cairo_t, decltype(&cairo_destroy)> context;
  Owned<PangoFontMap> fonts;
  Owned<PangoContext> writing;
  PangoAlignment start;

  explicit Parts(const PaperSettings& settings)
      : surface(cairo_pdf_surface_create_for_stream(append, &bytes, kPageWidth, kPageHeight),
                cairo_surface_destroy),
        context(cairo_create(surface.get()), cairo_destroy),
        fonts(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)),
        start(settings.is_right_to_left ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT) {
    if (!fonts) throw catalog::Error("Could not find fonts. Install fonts-noto-core.");
    writing.reset(pango_font_map_create_context(fonts.get()));
    pango_context_set_language(writing.get(),
                               pango_language_from_string(settings.language.c_str()));
    pango_context_set_base_dir(
        writing.get(), settings.is_right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    pango_context_set_round_glyph_positions(writing.get(), FALSE);
  }

  [[nodiscard]] Owned<PangoLayout> lay_out(const std::string& text,
                                           const TextStyle& style,
                                           double width) const {
    Owned<PangoLayout> layout(pango_layout_new(writing.get()));
    const std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> font(
        pango_font_description_from_string(kFonts), pango_font_description_free);
    pango_font_description_set_absolute_size(font.get(), style.points * PANGO_SCALE);
    pango_font_description_set_weight(
        font.get(), style.weight == Weight::kBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_auto_dir(layout.get(), FALSE);
    pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_line_spacing(layout.get(), kLineSpacing);
    pango_layout_set_alignment(layout.get(),
                               style.alignment == Alignment::kCentre ? PANGO_ALIGN_CENTER : start);
    if (style.hanging > 0) hang(layout.get(), style.hanging);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    return layout;
  }
};

Paper::Paper(const PaperSettings& settings) : parts_(std::make_unique<Parts>(settings)) {
  const std::string day = catalog::format_date(settings.made_on) + "T00:00:00Z";
  cairo_surface_t* const surface = parts_->surface.get();
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, settings.title.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Kring");
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, day.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, day.c_str());
}

Paper::~Paper() = default;

double Paper::measure(const std::string& text, const TextStyle& style, double width) {
  const auto layout = parts_->lay_out(text, style, width);
  int height = 0;
  pango_layout_get_size(layout.get(), nullptr, &height);
  return static_cast<double>(height) / PANGO_SCALE;
}

void Paper::write(const std::string& text, const TextStyle& style, const Box& box) {
  cairo_t* const context = parts_->context.get();
  const auto layout = parts_->lay_out(text, style, box.width);
  const char* const tag = kTags.at(static_cast<std::size_t>(style.role));
  cairo_tag_begin(context, tag, nullptr);
  use(context, kInks.at(static_cast<std::size_t>(style.ink)));
  cairo_move_to(context, box.left, box.top);
  pango_cairo_show_layout(context, layout.get());
  cairo_tag_end(context, tag);
}

void Paper::draw_rule(const Box& box) {
  cairo_t* const context = parts_->context.get();
  use(context, kLine);
  cairo_set_line_width(context, kThin);
  cairo_move_to(context, box.left, box.top);
  cairo_line_to(context, box.left + box.width, box.top);
  cairo_stroke(context);
}

void Paper::draw_dots(const Box& box) {
  cairo_t* const context = parts_->context.get();
  const std::array dashes = {1.0, 3.0};
  cairo_set_dash(context, dashes.data(), static_cast<int>(dashes.size()), 0);
  use(context, kInks[static_cast<std::size_t>(Ink::kSoft)]);
  cairo_set_line_width(context, kThin);
  cairo_move_to(context, box.left, box.top);
  cairo_line_to(context, box.left + box.width, box.top);
  cairo_stroke(context);
  cairo_set_dash(context, nullptr, 0, 0);
}

void Paper::fill(const Box& box) {
  use(parts_->context.get(), kTint);
  trace_round(parts_->context.get(), box);
  cairo_fill(parts_->context.get());
}

void Paper::frame(const Box& box) {
  use(parts_->context.get(), kInks[static_cast<std::size_t>(Ink::kWarning)]);
  cairo_set_line_width(parts_->context.get(), kThick);
  trace_round(parts_->context.get(), box);
  cairo_stroke(parts_->context.get());
}

void Paper::fill_disc(const Box& box) {
  use(parts_->context.get(), kInks[static_cast<std::size_t>(Ink::kAccent)]);
  cairo_arc(parts_->context.get(), box.left + box.width / 2, box.top + box.width / 2, box.width / 2,
            0, 2 * std::numbers::pi);
  cairo_fill(parts_->context.get());
}

void Paper::turn_page() {
  cairo_show_page(parts_->context.get());
}

std::string Paper::finish() {
  cairo_show_page(parts_->context.get());
  const cairo_status_t drawn = cairo_status(parts_->context.get());
  cairo_surface_finish(parts_->surface.get());
  const cairo_status_t finished = cairo_surface_status(parts_->surface.get());
  const cairo_status_t status = drawn != CAIRO_STATUS_SUCCESS ? drawn : finished;
  if (status != CAIRO_STATUS_SUCCESS) {
    throw catalog::Error(std::string("Could not draw the plan as PDF: ")
                         + cairo_status_to_string(status) + ". Is there memory left?");
  }
  return parts_->bytes;
}

}  // namespace kring::service
