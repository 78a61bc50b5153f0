// How fast is an HTTP server of the same library that does nothing?
//
// Answers every request with a few bytes of JSON on the port that it prints: the most that load.py
// can hope for.
#include <cstdint>
#include <iostream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);
constexpr unsigned kHttpOneOne = 11;

asio::awaitable<void> greet(tcp::socket socket) {
  boost::beast::flat_buffer buffer;
  while (true) {
    http::request<http::string_body> request;
    const auto [failure, read] = co_await http::async_read(socket, buffer, request, kAwait);
    if (failure) co_return;
    http::response<http::string_body> response(http::status::ok, kHttpOneOne);
    response.set(http::field::content_type, "application/json");
    response.body() = R"({"status":"live"})";
    response.prepare_payload();
    const auto [error, written] = co_await http::async_write(socket, response, kAwait);
    if (error) co_return;
  }
}

asio::awaitable<void> accept_all(tcp::acceptor& acceptor) {
  while (true) {
    auto [error, socket] = co_await acceptor.async_accept(kAwait);
    if (error) co_return;
    socket.set_option(tcp::no_delay(true));
    const auto executor = socket.get_executor();
    asio::co_spawn(executor, greet(std::move(socket)), asio::detached);
  }
}

}  // namespace

int main() {
  asio::io_context context;
  tcp::acceptor acceptor(context, {asio::ip::make_address("127.0.0.1"), 0});
  asio::co_spawn(context, accept_all(acceptor), asio::detached);
  std::cout << acceptor.local_endpoint().port() << std::endl;
  std::vector<std::jthread> threads;
  for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i)
    threads.emplace_back([&context] { context.run(); });
  context.run();
}
