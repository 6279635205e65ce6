-- Logs a case file; every request has a key of its own.
local thread = 0
function setup(t) thread = thread + 1; t:set("id", thread) end
function init() math.randomseed(os.time() + id); count = 0; run = math.random(1, 1000000000) end
function request()
  count = count + 1
  local headers = {
    ["Authorization"] = "Bearer " .. os.getenv("IPCASE_TOKEN"), ["Content-Type"] = "application/json",
    ["Idempotency-Key"] = "bench-" .. run .. "-" .. id .. "-" .. count,
  }
  return wrk.format("POST", "/api/cases", headers, [[{"ipType":"trademark","summary":"涉嫌销售假冒注册商标的运动鞋",
"leadSource":"inspection","leadOn":"2026-11-02","channel":"store","place":"桂城街道","town":"GC",
"parties":[{"role":"respondent","kind":"organisation","name":"灯湖服饰商行"},
{"role":"rights-holder","kind":"organisation","name":"晨桥体育用品有限公司"}],
"goods":[{"name":"运动鞋","quantity":"120","unit":"双","value":"52000","priceBasis":"marked"}],
"amounts":{"turnover":"52000"}}]])
end
