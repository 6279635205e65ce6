import Testing

@testable import Casework

/// What a file is, by its first bytes alone.
struct MediaTypeTests {
  @Test(arguments: [
    ("%PDF-1.4\n", "application/pdf"), ("GIF89a", "image/gif"), ("PK\u{3}\u{4}rest", "application/zip"),
    ("RIFF0000WEBP", "image/webp"), ("0000ftypisom", "video/mp4"), ("ID3\u{4}", "audio/mpeg"),
    ("证人陈述\n", "text/plain"), ("", "application/octet-stream"), ("a\u{0}b", "application/octet-stream"),
  ])
  func theFirstBytesTell(head: String, type: String) throws {
    #expect(try MediaType.of(Array(head.utf8)) == type)
  }

  @Test func picturesThatAreNoTextAreKnown() throws {
    #expect(try MediaType.of([0xFF, 0xD8, 0xFF, 0xE0]) == "image/jpeg")
    #expect(try MediaType.of([0x89, 0x50, 0x4E, 0x47, 13, 10]) == "image/png")
    #expect(try MediaType.of([0xD0, 0xCF, 0x11, 0xE0]) == "application/x-ole-storage")
  }

  @Test(arguments: [
    "\u{7F}ELF\u{2}", "MZ\u{90}", "#!/bin/sh", "<!DOCTYPE html><p>", "  \n<html>", "<SCRIPT>x", "<svg onload=x>",
    "<?xml version=\"1.0\"?>",
  ])
  func whatAMachineOrABrowserWouldRunIsRefused(head: String) {
    // "\u{90}" is two bytes in UTF-8, which does not matter: MZ tells.
    #expect(throws: Refusal(.invalid, "evidence.executable", field: "file")) { try MediaType.of(Array(head.utf8)) }
  }
}
