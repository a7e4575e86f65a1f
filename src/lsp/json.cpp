// How it works: the library's parser tells what it reads piece by piece; a stack holds the arrays and objects
// that are not at their end yet.

#include "lsp/json.h"

#include <cmath>

#include <nlohmann/json.hpp>

namespace rubric {

namespace {

constexpr size_t deepest = 256;

const Json nothing;

// What nlohmann::json::sax_parse calls; false ends the parse.
class JsonBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
  Json take() { return std::move(root_); }

  bool null() override { return add({}) != nullptr; }
  bool boolean(bool value) override {
    Json json;
    json.kind = Json::Kind::boolean;
    json.truth = value;
    return add(std::move(json)) != nullptr;
  }
  bool number_integer(number_integer_t value) override { return add_number(value, true); }
  bool number_unsigned(number_unsigned_t value) override {
    const bool fits = value <= static_cast<number_unsigned_t>(INT64_MAX);
    return add_number(fits ? static_cast<int64_t>(value) : 0, fits);
  }
  bool number_float(number_float_t value, const string_t&) override {
    const bool fits = std::abs(value) < 9e15;
    const int64_t whole = fits ? static_cast<int64_t>(value) : 0;
    return add_number(whole, fits && static_cast<double>(whole) == value);
  }
  bool string(string_t& value) override {
    Json json;
    json.kind = Json::Kind::string;
    json.text = std::move(value);
    return add(std::move(json)) != nullptr;
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(size_t) override { return open(Json::Kind::object); }
  bool key(string_t& value) override {
    key_ = std::move(value);
    return true;
  }
  bool end_object() override { return close(); }
  bool start_array(size_t) override { return open(Json::Kind::array); }
  bool end_array() override { return close(); }
  bool parse_error(size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

 private:
  bool add_number(int64_t value, bool integral) {
    Json json;
    json.kind = Json::Kind::number;
    json.integer = value;
    json.integral = integral;
    return add(std::move(json)) != nullptr;
  }

  // Items of an open array stay in place while one of them is being filled, since only the last grows.
  Json* add(Json json) {
    if (open_.empty()) {
      root_ = std::move(json);
      return &root_;
    }
    Json& parent = *open_.back();
    if (parent.kind == Json::Kind::array) return &parent.items.emplace_back(std::move(json));
    return &parent.members.emplace_back(std::move(key_), std::move(json)).second;
  }

  bool open(Json::Kind kind) {
    if (open_.size() == deepest) return false;
    Json json;
    json.kind = kind;
    open_.push_back(add(std::move(json)));
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  Json root_;
  std::vector<Json*> open_;
  std::string key_;
};

}  // namespace

const Json& Json::operator[](std::string_view name) const {
  for (auto member = members.rbegin(); member != members.rend(); ++member) {
    if (member->first == name) return member->second;
  }
  return nothing;
}

const Json& Json::at(std::string_view path) const {
  const Json* found = this;
  while (!path.empty()) {
    const size_t dot = path.find('.');
    found = &(*found)[path.substr(0, dot)];
    path = dot == path.npos ? std::string_view() : path.substr(dot + 1);
  }
  return *found;
}

std::optional<uint32_t> Json::unsigned_integer() const {
  if (!is_integer() || integer < 0 || integer > INT32_MAX) return std::nullopt;
  return static_cast<uint32_t>(integer);
}

std::optional<Json> read_json(std::string_view text) {
  JsonBuilder builder;
  if (!nlohmann::json::sax_parse(text, &builder)) return std::nullopt;
  return builder.take();
}

}  // namespace rubric
