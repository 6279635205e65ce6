-- Gets one of two hundred case files.
local thread = 0
function setup(t) thread = thread + 1; t:set("id", thread) end
function init() math.randomseed(os.time() + id) end
local headers = { ["Authorization"] = "Bearer " .. os.getenv("IPCASE_TOKEN") }
function request() return wrk.format("GET", string.format("/api/cases/2026-%06d", math.random(1, 200)), headers) end
