// Does the service speak TLS, and take over a new certificate without dropping anyone?
#include <chrono>
#include <cstdlib>
#include <memory>
#include <string>

#include <catch2/catch.hpp>

#include "service/http/certificate.h"
#include "service/http/server.h"
#include "tests/catalog/scratch.h"
#include "tests/service/plain_server.h"
#include "tests/service/socket_client.h"
#include "tests/service/tls_client.h"

namespace kring::service::tests {
namespace {

using kring::tests::ScratchFolder;

void run(const std::string& command) {
  REQUIRE(std::system((command + " >/dev/null 2>&1").c_str()) == 0);
}

/// A certificate and its key for `name`, signed by themselves.
void make_certificate(const CertificateFiles& files, const std::string& name) {
  run("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN="
      + name + " -keyout " + files.key + " -out " + files.certificate);
}

class Place {
 public:
  Place() { make_certificate(files_, "first"); }

  [[nodiscard]] const CertificateFiles& files() const { return files_; }
  [[nodiscard]] std::string file(const std::string& name) const { return folder_.file(name); }

 private:
  ScratchFolder folder_;
  CertificateFiles files_{folder_.file("server.crt"), folder_.file("server.key")};
};

ServerOptions with(const std::shared_ptr<Certificate>& certificate) {
  ServerOptions options = make_plain_options();
  options.certificate = certificate;
  return options;
}

}  // namespace

TEST_CASE("a client is answered in TLS 1.2 and in TLS 1.3, and one of TLS 1.1 is refused") {
  const Place place;
  PlainServer server(with(std::make_shared<Certificate>(place.files())));
  for (const TlsVersion version : {TlsVersion::kOneTwo, TlsVersion::kOneThree}) {
    TlsClient client(server.address(), version);
    REQUIRE(client.is_connected());
    client.send(make_request_text("/hello"));
    CHECK(status_of(client.read_some()) == 200);
  }
  CHECK_FALSE(TlsClient(server.address(), TlsVersion::kOneOne).is_connected());
}

TEST_CASE("a client that speaks plain HTTP where TLS is spoken gets no answer of the service") {
  const Place place;
  PlainServer server(with(std::make_shared<Certificate>(place.files())));
  SocketClient client(server.address());
  client.send(make_request_text("/hello"));
  CHECK(client.read_to_end().value_or("").find("HTTP/") == std::string::npos);
  CHECK(server.answered() == 0);
}

TEST_CASE("a request knows that it came in TLS") {
  const Place place;
  PlainServer server(with(std::make_shared<Certificate>(place.files())));
  TlsClient client(server.address(), TlsVersion::kOneThree);
  client.send(make_request_text("/security"));
  CHECK(body_of(client.read_some()) == "tls");
}

TEST_CASE("a new certificate is shown to new clients, and who is connected stays so") {
  const Place place;
  const auto certificate = std::make_shared<Certificate>(place.files());
  PlainServer server(with(certificate));
  TlsClient before(server.address(), TlsVersion::kOneThree);
  CHECK(before.name_of_server() == "first");
  CHECK_FALSE(certificate->refresh());

  make_certificate(place.files(), "second");
  CHECK(certificate->refresh());
  CHECK_FALSE(certificate->refresh());
  TlsClient after(server.address(), TlsVersion::kOneThree);
  CHECK(after.name_of_server() == "second");
  for (TlsClient* const client : {&before, &after}) {
    client->send(make_request_text("/hello"));
    CHECK(status_of(client->read_some()) == 200);
  }
}

TEST_CASE("a bad certificate is refused with what to do, and the old one stays") {
  const Place place;
  const auto certificate = std::make_shared<Certificate>(place.files());
  PlainServer server(with(certificate));
  const std::string written = kring::tests::read_file(place.files().certificate);
  const auto remedy = Catch::Contains("--tls-certificate");

  kring::tests::write_file(place.files().certificate, "no certificate");
  CHECK_THROWS_WITH(certificate->refresh(), remedy);
  run("rm " + place.files().certificate);
  CHECK_THROWS_WITH(certificate->refresh(), remedy);
  kring::tests::write_file(place.files().certificate, written);
  make_certificate({place.file("other.crt"), place.files().key}, "other");
  CHECK_THROWS_WITH(certificate->reload(), remedy);
  CHECK(TlsClient(server.address(), TlsVersion::kOneThree).name_of_server() == "first");
}

TEST_CASE("a key with a passphrase is refused and nobody is asked for it") {
  const Place place;
  const CertificateFiles locked{place.files().certificate, place.file("locked.key")};
  run("openssl pkey -in " + place.files().key + " -aes256 -passout pass:secret -out " + locked.key);
  CHECK_THROWS_WITH(Certificate(locked), Catch::Contains("passphrase"));
}

TEST_CASE("a client that never ends its handshake is closed") {
  const Place place;
  ServerOptions options = with(std::make_shared<Certificate>(place.files()));
  options.times.head = std::chrono::milliseconds(200);
  PlainServer server(options);
  SocketClient client(server.address());
  client.send("\x16\x03\x01");
  CHECK(client.is_closed_within(kPatience));
}

TEST_CASE("a Unix socket has no TLS beside a port that has") {
  const Place place;
  ServerOptions options = with(std::make_shared<Certificate>(place.files()));
  options.listen.emplace_back(UnixAddress{place.file("kring.sock")});
  PlainServer server(options);
  SocketClient client(options.listen.back());
  client.send(make_request_text("/security"));
  CHECK(body_of(client.read_response()) == "plain");
}

}  // namespace kring::service::tests
